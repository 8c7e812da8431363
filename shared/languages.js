/** Languages of the screens and of what people write. */
import { z } from 'zod';
/** Screens exist in these. */
export const ScreenLanguage = z.enum(['it', 'en', 'fr', 'ar']);
/** Content may be in any of these (BCP 47; `pcm` is Nigerian Pidgin). */
export const ContentLanguage = z.enum(['it', 'ar', 'fr', 'en', 'pcm', 'ro', 'zh', 'es', 'sq', 'bn', 'uk']);
/** The direction a language is written in. */
export const directionOf = (language) => language === 'ar' ? 'rtl' : 'ltr';
