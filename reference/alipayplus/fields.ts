/** The rules for a getPaymentCode request, one check each. */
import { isObject } from '../mpp/body.ts';
import type { Check, Json } from './behaviour.ts';

/** ISO 3166-1 alpha-2, as officially assigned. */
const regions = new Set(
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
  GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO
  JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR
  MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
  RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV
  TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/),
);

const own = (request: Json, name: string): unknown => (Object.hasOwn(request, name) ? request[name] : undefined);
const given = (value: unknown): boolean => value !== undefined && value !== null;

/** Builds a check that has nothing to say where the field is not given. */
const ifGiven =
  (name: string, legal: (value: unknown) => boolean): Check =>
  (request) => {
    const value = own(request, name);
    return !given(value) || legal(value);
  };

/** Builds a check that has nothing to say about anything but a text that is not empty. */
const ofText =
  (name: string, legal: (value: string) => boolean): Check =>
  (request) => {
    const value = own(request, name);
    return typeof value !== 'string' || value === '' || legal(value);
  };

/** Length in characters: one outside the basic plane counts once. */
const characters = (text: string): number => [...text].length;

/** Every aspect of a request that has to be right, by field and kind of constraint. */
export const requestChecks: Readonly<Record<string, Check>> = {
  'customerId.required': (request) => own(request, 'customerId') !== undefined,
  'customerId.null': (request) => own(request, 'customerId') !== null,
  'customerId.type': ifGiven('customerId', (value) => typeof value === 'string'),
  'customerId.empty': (request) => own(request, 'customerId') !== '',
  'customerId.maxLength': ofText('customerId', (value) => characters(value) <= 64),
  'env.required': (request) => own(request, 'env') !== undefined,
  'env.null': (request) => own(request, 'env') !== null,
  'env.type': ifGiven('env', isObject),
  'region.type': ifGiven('region', (value) => typeof value === 'string'),
  'region.empty': (request) => own(request, 'region') !== '',
  'region.maxLength': ofText('region', (value) => value.length <= 2),
  'region.minLength': ofText('region', (value) => value.length >= 2),
  'region.code': ofText('region', (value) => value.length !== 2 || regions.has(value)),
  'codeQuantity.type': ifGiven('codeQuantity', (value) => typeof value === 'string'),
  'codeQuantity.empty': (request) => own(request, 'codeQuantity') !== '',
  'codeQuantity.maxLength': ofText('codeQuantity', (value) => value.length <= 2),
  'codeQuantity.digits': ofText('codeQuantity', (value) => /^[1-9]\d*$|^0$|^-\d+$/.test(value)),
  'codeQuantity.least': ofText('codeQuantity', (value) => !/^(0|-\d+)$/.test(value)),
  'codeQuantity.most': ofText('codeQuantity', (value) => !/^\d+$/.test(value) || Number(value) <= 10),
};

/** How many codes a legal request asks for. */
export function quantityOf(request: Json): number {
  const value = own(request, 'codeQuantity');
  return given(value) ? Number(value) : 1;
}
