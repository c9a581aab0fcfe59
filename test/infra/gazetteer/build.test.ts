import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { buildGazetteer } from '../../../infra/gazetteer/build.ts';
import { writeGazetteer } from '../../../infra/gazetteer/write.ts';
import { findCountry } from '../../../lib/country.ts';
import { searchPlaces } from '../../../lib/language/place/search.ts';
import { formatPlace } from '../../../lib/place/format.ts';
import { parseGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { judgePoint } from '../../../lib/place/pin/judge.ts';
import { placeOfPoint } from '../../../lib/place/pin/pin.ts';
import { placesOf } from '../../support/samples/places.ts';

const ukraine = await buildGazetteer('UA');
const folder = mkdtempSync(join(tmpdir(), 'gazetteer-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a second country, by one command', () => {
  it('is built, read, searched and shown', async () => {
    const built = await buildGazetteer('MD');
    writeGazetteer(built, pathToFileURL(`${folder}/`));
    const gazetteer = parseGazetteer(JSON.parse(readFileSync(join(folder, 'MD.json'), 'utf8')));
    const country = JSON.parse(readFileSync(join(folder, 'countries.json'), 'utf8')).MD;

    expect(country).toEqual(built.country);
    expect(country).toMatchObject({ code: 'MD', names: { uk: 'Молдова' }, zone: 'Europe/Chisinau' });
    expect(country.regions.every((region: { code: string }) => /^MD-[A-Z]{2}$/.test(region.code))).toBe(true);
    expect(new Set(country.regions.map((region: { code: string }) => region.code)).size).toBe(
      country.regions.length,
    );

    const reading = searchPlaces(gazetteer, 'în Soroca');
    const [place] = placesOf(reading);
    expect(place).toMatchObject({ region: 'MD-SO', settlement: { names: { en: 'Soroca' } } });
    expect(place && formatPlace(place, 'en', built.country)).toMatch(/^Soroca/);
    expect(searchPlaces(gazetteer, 'Бельцы')).toMatchObject({ kind: 'one', place: { region: 'MD-BA' } });
    expect(placeOfPoint(gazetteer, { lat: 47.01, lon: 28.86 }, 'device').region).toBe('MD-CU');
    expect(judgePoint(gazetteer, { lat: 49.99, lon: 36.23 }).kind).toBe('outside');
  });

  it('is refused with what to write down when a region has no ISO code of its name', async () => {
    await expect(buildGazetteer('RO')).rejects.toThrow(/RO\.json[\s\S]*Bucharest/);
  });

  it('is refused when GeoNames does not know it', async () => {
    await expect(buildGazetteer('QQ')).rejects.toThrow('no settlement');
  });
});

describe('the gazetteer of Ukraine', () => {
  it('is what the committed file holds', async () => {
    const { file } = ukraine;
    const { default: committed } = await import('../../../lib/place/data/UA.json', {
      with: { type: 'json' },
    });
    expect(committed).toEqual(file);
  });

  it('has an ISO 3166-2 code for every GeoNames region, as the country does', () => {
    const { file } = ukraine;
    const codes = findCountry('UA')?.regions.map(region => region.code);
    expect(file.regions.map(region => region[0]).sort()).toEqual(codes?.sort());
  });

  it('has every village when GeoNames’ country file is given, each once', async () => {
    const path = join(folder, 'UA.txt');
    const row = (
      id: number,
      name: string,
      also: string,
      lat: string,
      lon: string,
      code: string,
      kind = 'PPL',
    ) =>
      [
        id,
        name,
        name,
        also,
        lat,
        lon,
        'P',
        kind,
        'UA',
        '',
        code,
        '',
        '',
        '',
        '0',
        '',
        '',
        'Europe/Kyiv',
        '',
      ].join('\t');
    writeFileSync(
      path,
      [
        row(694860, 'Robotyne', 'Robotino,Роботине,Работино', '47.4459', '35.8387', '26'),
        row(700001, 'Hone', 'Гоне', '47.0', '35.0', '26', 'PPLH'),
        row(702072, 'Malokaterynivka', 'Малокатеринівка', '47.6557', '35.2573', '26'),
      ].join('\n'),
    );
    const { file } = await buildGazetteer('UA', path);
    const gazetteer = parseGazetteer(file);
    expect(searchPlaces(gazetteer, 'Роботине, Запорізька область')).toMatchObject({
      kind: 'one',
      place: { region: 'UA-23', settlement: { id: 694860, names: { uk: 'Роботине', en: 'Robotyne' } } },
    });
    expect(gazetteer.settlements.some(settlement => settlement.names.en === 'Hone')).toBe(false);
    expect(
      gazetteer.settlements.filter(settlement => settlement.names.uk === 'Малокатеринівка'),
    ).toHaveLength(1);
  });
});

describe('renamed settlements', () => {
  it('are found by both names', () => {
    const gazetteer = parseGazetteer(ukraine.file);
    const supplement = JSON.parse(
      readFileSync(new URL('../../../infra/gazetteer/UA.json', import.meta.url), 'utf8'),
    );
    const missed: string[] = [];
    for (const { region, uk, also } of supplement.renamed)
      for (const name of [uk, ...also]) {
        const places = placesOf(searchPlaces(gazetteer, name, { region }));
        if (!places.some(place => place.settlement?.names.uk === uk)) missed.push(`${name} (${uk})`);
      }
    expect(missed).toEqual([]);
  });
});
