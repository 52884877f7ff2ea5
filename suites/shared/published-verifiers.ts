/** Which of the verifiers that Ant has published read a signature, by the text form it is written in (ambiguity 6.26). */
import type { SignatureText } from '../../engine/wire/signing.ts';

/** Names of those that read the text; all five read URL-encoded base64. */
export function verifiersReading(form: SignatureText, text: string): readonly string[] {
  switch (form) {
    case 'url-base64':
      return ['Java', 'Python', 'Go', '.NET', 'PHP'];
    case 'base64':
      // A bare plus sign is read as a space where the text is URL-decoded first.
      return text.includes('+') ? ['PHP'] : ['Java', 'PHP'];
    case 'base64url':
      return ['Java'];
    default:
      return [];
  }
}
