/** How a language is written; those that are not listed go from left to right. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  /^(?:ar|fa|he|ur)\b/i.test(language) ? 'rtl' : 'ltr';
