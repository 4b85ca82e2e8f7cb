/**
 * The words after the surname: how common each is as the name a person is called by and as a middle word, which spellings are
 * one word, and the Sino-Vietnamese reading of the commonest Chinese characters. What is surprising: these tables only weigh and
 * bridge, they never decide what is a name; a word that is not here counts as rare, not as wrong.
 *
 * Shares: rounded from a public count of 115,000 names (github.com/toanluu/vietname), per ten thousand, marks dropped. H'Mông and
 * Dao given names are estimates. The spelling twins and the readings are domain knowledge: both AWAIT A NATIVE READER.
 */
import { foldName, foldWord } from './fold.ts';

const GIVEN_TABLE = `
340 anh|220 linh|178 phuong|163 thanh|124 nhi trang|121 hung|119 dung|117 minh thuy|113 huy|106 ngoc vy tien|104 thao
102 thu an|97 ha|95 huong|92 nguyen|90 hoa ngan hieu|87 duy van khanh|85 my tuan|83 hien|81 nam duc|80 uyen son tu|75 hoang quynh
73 dat long duong giang|70 phuc cuong hai nhu|67 trinh tam|63 huyen nhan thang|61 trung quyen yen lam quang|59 tuyen binh mai chi tram
57 phong hao quan vinh hang ly bao|53 toan vu truong duyen|51 thien nga hanh chau|48 khoa han nghia truc tung|46 lan tran sang tai
44 thinh thuan nhung khang tan thuong|40 hong loc phat loan|36 phu hau oanh viet thai|33 hiep nhat tri hue|29 kien thong xuan|27 khoi quy phuoc
25 dang dao lien dinh tho dong phung|24 le manh luan chinh|23 tinh diep chien vuong nghi thy nguyet luong|21 tuyet cong khai kiet dai
20 hoan diem loi|18 quoc tuong trong phi huynh dan hoai|16 man tin chung kim tra ninh|14 kieu danh doan dieu huan trieu tham bang
13 dien du ky chuong bach thuc khuong nha|11 bich suong khiem cuc thoa do|10 luc sinh xuyen nhut quyet canh lieu
8 bac luyen thach cam the ai nhien huu lanh lap liem hop khue|6 giao thoai khuyen nu chanh que doanh lai tuoi ho ba bien
20 pao|15 mi do chu sua pa vang sang sinh chang di tua lu cha lin say vu lenh giao mang mua dua sai pang chia va xay
12 seo phin chieu may pham tinh ta phu khe sao|12 dinh vang sinh phau phong
`;

const MIDDLE_TABLE = `
2600 thi|1100 van|330 thanh ngoc|300 hoang minh|200 duc|180 thu|160 huu quang|150 thuy phuong|140 dinh xuan hong|130 quoc kim
120 tuan anh|110 viet duy trung gia|100 quynh bao cong khanh|90 manh trong hoai|80 nhu my bich nguyen|70 kieu tuyet the ba dang truong hai
60 a|50 nhat mai huy phuc tien huyen lan cam khac vinh yen tu|40 seo chi thai diem chinh phu si nam thien|30 linh dong tan tuong ai ha
`;

function shares(table: string, scale: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const group of table.trim().split(/[|\n]/)) {
    const [share, ...names] = group.trim().split(' ');
    for (const name of names)
      found.set(foldWord(name), Math.max(found.get(foldWord(name)) ?? 0, Number(share) / scale));
  }
  return found;
}

const GIVEN = shares(GIVEN_TABLE, 10_000);
const MIDDLE = shares(MIDDLE_TABLE, 10_000);
const RARE = 0.0008;

/** Share of people (0–1) called by this folded word; a word not in the table counts as rare. */
export function givenShare(folded: string): number {
  return GIVEN.get(folded) ?? RARE;
}

/** Share of people (0–1) with this folded word among their middle words. */
export function middleShare(folded: string): number {
  return MIDDLE.get(folded) ?? 0.002;
}

function letterShares(table: Map<string, number>): Map<string, number> {
  const total = [...table.values()].reduce((sum, share) => sum + share, 0);
  const found = new Map<string, number>();
  for (const [name, share] of table) found.set(name[0]!, (found.get(name[0]!) ?? 0) + share / total);
  return found;
}

const GIVEN_LETTERS = letterShares(GIVEN);
const MIDDLE_LETTERS = letterShares(MIDDLE);

/** Share of given names (0–1) that begin with the letter. */
export function givenLetterShare(letter: string): number {
  return GIVEN_LETTERS.get(letter) ?? 0.02;
}

/** Share of middle words (0–1) that begin with the letter. */
export function middleLetterShare(letter: string): number {
  return MIDDLE_LETTERS.get(letter) ?? 0.02;
}

/** Whether the folded word is among the given or middle words of the tables (a hint for parting fused names, never a check). */
export function isCommonName(folded: string): boolean {
  return GIVEN.has(folded) || MIDDLE.has(folded);
}

// One word in two spellings, north and south or by taboo; pairs that fall on another common name without marks (trường/tràng with
// Trang) are left out. Awaits a native reader.
const TWINS =
  'phúc phước|cảnh kiểng|nhật nhựt|chính chánh|sinh sanh|tùng tòng|hoàng huỳnh|vũ võ|bảo bửu|thịnh thạnh|tính tánh|nghĩa ngãi|châu chu'
    .split('|')
    .map(pair => foldName(pair))
    .filter(([one, other]) => one !== other);
const TWIN_OF = new Map(TWINS.flatMap(([one, other]) => [[one!, other!] as const, [other!, one!] as const]));

/** Whether two folded given or middle words are known spellings of one word: phuc/phuoc, nhat/nhut. */
export function areTwins(left: string, right: string): boolean {
  return TWIN_OF.get(left) === right;
}

/** The other folded spelling of a given or middle word, if one is known. */
export function twinGiven(folded: string): string | undefined {
  return TWIN_OF.get(folded);
}

// characters (simplified first, traditional after it), pinyin, reading
const READINGS = `
芳 fang phương|花 hua hoa|华華 hua hoa|红紅 hong hồng|兰蘭 lan lan|明 ming minh|英 ying anh|玉 yu ngọc|雪 xue tuyết|月 yue nguyệt|梅 mei mai
秋 qiu thu|香 xiang hương|河 he hà|霞 xia hà|海 hai hải|龙龍 long long|山 shan sơn|清 qing thanh|青 qing thanh|玲 ling linh|灵靈 ling linh|氏 shi thị
文 wen văn|春 chun xuân|金 jin kim|翠 cui thúy|水 shui thủy|凤鳳 feng phượng|鸾鸞 luan loan|燕 yan yến|莺鶯 ying oanh|鸿鴻 hong hồng|雄 xiong hùng
勇 yong dũng|强強 qiang cường|俊 jun tuấn|德 de đức|福 fu phúc|成 cheng thành|南 nan nam|安 an an|平 ping bình|光 guang quang|国國 guo quốc
辉輝 hui huy|胜勝 sheng thắng|心 xin tâm|孝 xiao hiếu|义義 yi nghĩa|仁 ren nhân|秀 xiu tú|竹 zhu trúc|菊 ju cúc|桃 tao đào|柳 liu liễu|莲蓮 lian liên
琼瓊 qiong quỳnh|娥 e nga|贤賢 xian hiền|幸 xing hạnh|合 he hợp|和 he hòa|妆妝 zhuang trang|庄莊 zhuang trang|如 ru như|意 yi ý|美 mei mỹ|丽麗 li lệ
碧 bi bích|锦錦 jin cẩm|云雲 yun vân|霜 shuang sương|珠 zhu châu|草 cao thảo|诗詩 shi thi|善 shan thiện|忠 zhong trung|战戰 zhan chiến|决決 jue quyết
定 ding định|禄祿 lu lộc|寿壽 shou thọ|财財 cai tài|富 fu phú|贵貴 gui quý|荣榮 rong vinh|杰傑 jie kiệt|智 zhi trí|信 xin tín|礼禮 li lễ|东東 dong đông
西 xi tây|北 bei bắc|江 jiang giang|林 lin lâm|石 shi thạch|生 sheng sinh|长長 chang trường|天 tian thiên|原 yuan nguyên|庆慶 qing khánh|维維 wei duy
映 ying ánh|蓉 rong dung|容 rong dung|银銀 yin ngân|恒 heng hằng|姮 heng hằng|凝 ning ngưng|泉 quan tuyền|垂 chui thùy|惠 hui huệ|慧 hui tuệ|仪儀 yi nghi
娟 juan quyên|鹃鵑 juan quyên|绢絹 juan quyên|缘緣 yuan duyên|玄 xuan huyền|静靜 jing tĩnh|情 qing tình|爱愛 ai ái|真 zhen chân|贞貞 zhen trinh|宝寶 bao bảo
少 shao thiếu|小 xiao tiểu|阿 a a|进進 jin tiến|达達 da đạt|越 yue việt|日 ri nhật|宁寧 ning ninh|通 tong thông|同 tong đồng|孟 meng mạnh|公 gong công
`;

const BY_PINYIN = new Map<string, string[]>();
const BY_HAN = new Map<string, string>();
for (const entry of READINGS.trim().split(/[|\n]/)) {
  const [signs, pinyin, reading] = entry.split(' ');
  const folded = foldWord(reading!);
  BY_PINYIN.set(pinyin!, [...new Set([...(BY_PINYIN.get(pinyin!) ?? []), folded])]);
  for (const sign of signs!) BY_HAN.set(sign, folded);
}

/** Folded Sino-Vietnamese readings of a Han character or a pinyin word: 芳 or `fang` → ['phuong']. Empty when not known. */
export function readings(word: string): string[] {
  const byHan = BY_HAN.get(word);
  return byHan === undefined ? (BY_PINYIN.get(word) ?? []) : [byHan];
}

/** Given and middle words with their shares, for the generators of tests and the bench. */
export function nameTables(): {
  given: Map<string, number>;
  middle: Map<string, number>;
  readings: Map<string, string[]>;
} {
  return { given: GIVEN, middle: MIDDLE, readings: BY_PINYIN };
}
