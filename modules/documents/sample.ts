/* Plainly invented fillings of any form, for tests of the writers: a person of whom everything is known, and one of whom nothing is. The full one is made of
 * the letters that break first: stacked marks, capitals with horns, a Hmong and a Chinese name. */
import { type Filling, sources } from './facts.ts';
import { type Form, factsOf } from './form.ts';

const office = {
  superior: 'Công an tỉnh Lào Cai',
  name: 'Phòng Cảnh sát hình sự',
  symbol: 'PC02',
  place: 'Lào Cai',
};

const values: Readonly<Record<string, string>> = {
  'person.fullName': 'Vàng Thị Mỷ',
  'person.otherNames': 'Ntxhw Mos; 王小梅',
  'person.sex': 'Nữ',
  'person.born': '03/02/2004',
  'person.ethnicity': 'Hmông',
  'person.nationality': 'Việt Nam',
  'person.origin': 'Xã Y Tý, Tỉnh Lào Cai',
  'person.address': 'Tổ 4, đường Nguyễn Huệ, phường Lào Cai, tỉnh Lào Cai',
  'person.phone': '0300 123 4567',
  'paper.paperKind': 'Căn cước (12 số)',
  'paper.paperNumber': '010304000123',
  'identified.assertedOn': '02/02/2026',
  'identified.office': 'Phòng Cảnh sát hình sự',
};

/** Everything known; what is not in the list above is said in a sentence long enough to break a line. */
export const full = (form: Form): Filling => ({
  form: form.code,
  version: form.version,
  values: {
    'law.name': 'Luật Phòng, chống mua bán người số 53/2024/QH15',
    'law.proof': 'Điều 33',
    ...Object.fromEntries(
      factsOf(form).map(fact => [
        fact,
        values[fact] ??
          (fact.startsWith('hand.')
            ? 'Được người quen rủ sang làm ở xưởng may, đến nơi bị giữ giấy tờ và ép ở lại; ngưỡng cửa, Ễ Ỗ Ữ Ợ ặ ẫ ỵ đều phải rõ.'
            : 'Ví dụ đầy đủ'),
      ]),
    ),
  },
  blanks: [],
  found: Object.keys(sources),
  children: [
    { childName: 'Vàng A Sình', born: '2023', sex: 'Nam', relation: 'Con' },
    { childName: 'Vàng Thị Ở', born: '05/2024', sex: 'Nữ', relation: 'Con' },
  ],
  office,
  signer: { authority: 'KT', onBehalfOf: 'Trưởng phòng', title: 'Phó Trưởng phòng', name: 'Lê Xuân Khải' },
});

/** Nothing known; one value is there but was not shared with the maker. */
export const empty = (form: Form): Filling => ({
  ...full(form),
  values: {},
  blanks: factsOf(form).map(fact => ({ fact, why: fact === 'person.phone' ? 'withheld' : 'nothing' })),
  found: [],
  children: [],
  signer: { authority: 'own', onBehalfOf: null, title: null, name: null },
});
