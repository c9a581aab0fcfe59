/**
 * `npm run gazetteer [-- <country> [<path of GeoNames' country file>]]` writes lib/place/data/<country>.json and, for a
 * country that lib/country.ts does not describe by hand, its entry in lib/place/data/countries.json.
 */
import { handWritten } from '../../lib/country.ts';
import { buildGazetteer } from './build.ts';
import { writeGazetteer } from './write.ts';

const [code = 'UA', countryFile] = process.argv.slice(2);
const built = await buildGazetteer(code.toUpperCase(), countryFile);
writeGazetteer(built, new URL('../../lib/place/data/', import.meta.url));

const { file, country } = built;
console.log(
  `${country.names.en}: ${file.settlements.length} settlements, ${file.districts.length} districts, ${file.regions.length} regions.`,
);
if (!handWritten.includes(country.code))
  console.log(
    `Set COUNTRY=${country.code}. Its zone, languages and emergency numbers are in lib/place/data/countries.json: check them.`,
  );
