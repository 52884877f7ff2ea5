/** Correct but different: MPPs that keep every rule in a way of their own, which must never cause a failure. */
import { bodyVariants } from './variants/body.ts';
import { codeVariants } from './variants/code.ts';
import { deliveryVariants } from './variants/delivery.ts';
import { habitVariants } from './variants/habits.ts';
import { headerVariants } from './variants/header.ts';
import { toleranceVariants } from './variants/tolerance.ts';
import type { Variant } from './variants/variant.ts';

/** Every lawful peculiarity that the reference MPP can be started with. */
export const mppVariants: readonly Variant[] = [
  ...bodyVariants,
  ...headerVariants,
  ...codeVariants,
  ...toleranceVariants,
  ...habitVariants,
  ...deliveryVariants,
];
