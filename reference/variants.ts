/** Conforming variants of an MPP: they follow every rule in an unusual way, and must never cause a failure. */
import { bodyVariants } from './variants/body.ts';
import { codeVariants } from './variants/code.ts';
import { deliveryVariants } from './variants/delivery.ts';
import { habitVariants } from './variants/habits.ts';
import { headerVariants } from './variants/header.ts';
import { toleranceVariants } from './variants/tolerance.ts';
import type { Variant } from './variants/variant.ts';

/** All conforming variants of the reference MPP. */
export const mppVariants: readonly Variant[] = [
  ...bodyVariants,
  ...headerVariants,
  ...codeVariants,
  ...toleranceVariants,
  ...habitVariants,
  ...deliveryVariants,
];
