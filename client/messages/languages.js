/** The languages the screens speak. What people write may be in any language; this is only about our own words. */
export const languages = ['it', 'en', 'fr', 'ar'];
/** Each language as it calls itself: nobody has to read another one to find their own. */
export const ownNames = {
    it: 'Italiano',
    en: 'English',
    fr: 'Français',
    ar: 'العربية',
};
/** BCP 47 tags for Intl. Arabic keeps the digits used in the services' own papers, so figures compare at a glance. */
export const locales = {
    it: 'it-IT',
    en: 'en-GB',
    fr: 'fr-FR',
    ar: 'ar-u-nu-latn',
};
export const directionOf = (language) => (language === 'ar' ? 'rtl' : 'ltr');
export const isLanguage = (value) => languages.some((language) => language === value);
/** The first of the wishes we speak: a person's own setting, what this device remembers, what the browser prefers. */
export function chooseLanguage(wishes) {
    const spoken = wishes.map((wish) => wish?.toLowerCase().split('-')[0]).find(isLanguage);
    return spoken ?? 'it';
}
