/** Alterations of a server that signs its answers wrongly, or some of them, or none. */
import type { Operation } from '../../contract/types.ts';
import type { Asked, ServerAlteration, SignatureFault } from '../../engine/prove/alteration.ts';
import { isSignedAnswer } from '../../engine/prove/proof-record.ts';
import { advice, alteration, where } from './faulty-answers.ts';

/** What a signer with the fault does, a server or a caller. */
export const signatureFaultSays: Readonly<Record<SignatureFault, string>> = {
  none: 'signs no S',
  'no-signature': 'sends Response-Time without Signature',
  'no-time': 'sends Signature without Response-Time',
  'other-key': 'signs answers with another key',
  'other-path': 'signs answers for another path',
  'other-body': 'signs another text than it sends',
  'other-time': 'signs another time than it sends',
  'not-base64': 'writes a signature that is not base64',
  'raw-base64': 'does not URL-encode signatures',
  hex: 'writes signatures in hexadecimal',
  'doubly-encoded': 'URL-encodes signatures twice',
  'no-zone': 'writes Response-Time without a time zone',
  'other-clock': 'writes a Response-Time that is an hour off',
};

/** Faults that are looked for in every other answer too: a server with two workers of which one is wrong. */
const half: readonly SignatureFault[] = ['none', 'other-key', 'other-body'];

/** One answer in five and the first: as good as all of them, since each is judged alone. */
function sampled({ answer, nth, spec }: Asked): boolean {
  return answer.kind === 'S' && (nth % 5 === 0 || spec.occurrence === 'opening');
}

/** The alterations of the signatures of an API. */
export function signatureAlterations(op: Operation): ServerAlteration[] {
  const write = (
    name: string,
    says: string,
    signature: SignatureFault,
    picks: (asked: Asked) => boolean = () => true,
  ) =>
    alteration(
      op,
      'signature',
      [name, `${op.id} ${says}`],
      'G-07',
      where((asked) => isSignedAnswer(asked.exchange) && picks(asked), { signature }),
      signature === 'other-clock' ? advice : {},
    );
  return [
    ...Object.entries(signatureFaultSays).map(([fault, says]) =>
      write(fault, says, fault as SignatureFault, fault === 'other-key' ? () => true : sampled),
    ),
    ...half.map((fault) =>
      write(
        `half-${fault}`,
        `${signatureFaultSays[fault]}, in every other one`,
        fault,
        ({ nth, answer }) => nth % 2 === 1 && answer.kind === 'S',
      ),
    ),
    write('refusals', 'signs no refusal', 'none', ({ answer }) => answer.kind === 'F'),
  ];
}
