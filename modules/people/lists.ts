/* The official code lists a person's answers are chosen from. The ethnic groups are those of decision 121-TCTK/PPCĐ of 2 March 1979: the census of 2009
 * orders them otherwise, so a code never travels without its list. */
import countries from '../../data/reference/countries.json' with { type: 'json' };
import groups from '../../data/reference/ethnic-groups.json' with { type: 'json' };
import languages from '../../data/reference/languages.json' with { type: 'json' };

export const ethnicityList = 'QĐ 121-TCTK/PPCĐ 02/3/1979';
export const ethnicityCodes: readonly string[] = groups.map(group => group.code);
export const countryCodes: readonly string[] = countries.map(country => country.alpha2);
/** Nobody's citizen, by the sign passports use (ICAO 9303); the word for it is in locales/, for it is no country. */
export const stateless = 'XXA';
export const nationalityCodes: readonly string[] = [...countryCodes, stateless];
export const languageCodes: readonly string[] = languages.map(language => language.code);
