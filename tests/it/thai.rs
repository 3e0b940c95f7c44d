//! Thai names and the Latin spellings that their bearers use: each finds the other, and no other one.
//!
//! The names are of people, companies, parties and universities that newspapers write about, put down by hand from general
//! knowledge, as a yardstick for the reading of Thai and not because anybody of them is on a list.

use namesieve::DEFAULT_THRESHOLD;
use namesieve::name::{Name, Reading};
use namesieve::score;

const PEOPLE: &str = "\
ทักษิณ ชินวัตร	Thaksin Shinawatra
ยิ่งลักษณ์ ชินวัตร	Yingluck Shinawatra
แพทองธาร ชินวัตร	Paetongtarn Shinawatra
ประยุทธ์ จันทร์โอชา	Prayut Chan-o-cha
ประยุทธ์ จันทร์โอชา	Prayuth Chan-ocha
ประวิตร วงษ์สุวรรณ	Prawit Wongsuwan
ประวิตร วงษ์สุวรรณ	Prawit Wongsuwon
อนุพงษ์ เผ่าจินดา	Anupong Paochinda
สมชาย วงศ์สวัสดิ์	Somchai Wongsawat
สมัคร สุนทรเวช	Samak Sundaravej
อภิสิทธิ์ เวชชาชีวะ	Abhisit Vejjajiva
สุเทพ เทือกสุบรรณ	Suthep Thaugsuban
ชวน หลีกภัย	Chuan Leekpai
บรรหาร ศิลปอาชา	Banharn Silpa-archa
ชวลิต ยงใจยุทธ	Chavalit Yongchaiyudh
สุรยุทธ์ จุลานนท์	Surayud Chulanont
เปรม ติณสูลานนท์	Prem Tinsulanonda
สนธิ ลิ้มทองกุล	Sondhi Limthongkul
สนธิ บุญยรัตกลิน	Sonthi Boonyaratglin
จำลอง ศรีเมือง	Chamlong Srimuang
อนุทิน ชาญวีรกูล	Anutin Charnvirakul
เศรษฐา ทวีสิน	Srettha Thavisin
พิธา ลิ้มเจริญรัตน์	Pita Limjaroenrat
ธนาธร จึงรุ่งเรืองกิจ	Thanathorn Juangroongruangkit
ปิยบุตร แสงกนกกุล	Piyabutr Saengkanokkul
สมคิด จาตุศรีพิทักษ์	Somkid Jatusripitak
วิษณุ เครืองาม	Wissanu Krea-ngam
ดอน ปรมัตถ์วินัย	Don Pramudwinai
ธรรมนัส พรหมเผ่า	Thammanat Prompow
สุดารัตน์ เกยุราพันธุ์	Sudarat Keyuraphan
จาตุรนต์ ฉายแสง	Chaturon Chaisang
ณัฐวุฒิ ใสยเกื้อ	Nattawut Saikua
จตุพร พรหมพันธุ์	Jatuporn Prompan
กรณ์ จาติกวณิช	Korn Chatikavanij
ชัชชาติ สิทธิพันธุ์	Chadchart Sittipunt
ศุภชัย พานิชภักดิ์	Supachai Panitchpakdi
สุรินทร์ พิศสุวรรณ	Surin Pitsuwan
เนวิน ชิดชอบ	Newin Chidchob
เฉลิม อยู่บำรุง	Chalerm Yubamrung
อภิรัชต์ คงสมพงษ์	Apirat Kongsompong
ณรงค์พันธ์ จิตต์แก้วแท้	Narongphan Jitkaewtae
วันมูหะมัดนอร์ มะทา	Wan Muhamad Noor Matha
ธานินทร์ กรัยวิเชียร	Thanin Kraivichien
สัญญา ธรรมศักดิ์	Sanya Dharmasakti
ถนอม กิตติขจร	Thanom Kittikachorn
ปรีดี พนมยงค์	Pridi Banomyong
แปลก พิบูลสงคราม	Plaek Phibunsongkhram
ธนินท์ เจียรวนนท์	Dhanin Chearavanont
เจริญ สิริวัฒนภักดี	Charoen Sirivadhanabhakdi
วิกรม กรมดิษฐ์	Vikrom Kromadit
วิชัย ศรีวัฒนประภา	Vichai Srivaddhanaprabha
บัวขาว บัญชาเมฆ	Buakaw Banchamek
อภิชาติพงศ์ วีระเศรษฐกุล	Apichatpong Weerasethakul
ณัฐพงษ์ เรืองปัญญาวุฒิ	Natthaphong Ruengpanyawut
ภูมิธรรม เวชยชัย	Phumtham Wechayachai
พีระพันธุ์ สาลีรัฐวิภาค	Pirapan Salirathavibhaga
สุชาติ ชมกลิ่น	Suchart Chomklin
อานันท์ ปันยารชุน	Anand Panyarachun
สุจินดา คราประยูร	Suchinda Kraprayoon
พร้อมพงศ์ นพฤทธิ์	Prompong Nopparit
วีระ มุสิกพงศ์	Veera Musikapong";

const TITLED: &str = "\
นายทักษิณ ชินวัตร	SHINAWATRA, Thaksin
พล.อ. ประวิตร วงษ์สุวรรณ	Prawit Wongsuwan
พลเอก ประยุทธ์ จันทร์โอชา	General Prayut Chan-o-cha";

const ORGANISATIONS: &str = "\
ธนาคารกรุงเทพ	Bangkok Bank
ธนาคารกรุงไทย จำกัด (มหาชน)	Krung Thai Bank Public Company Limited
ธนาคารไทยพาณิชย์	Siam Commercial Bank
ธนาคารกสิกรไทย	Kasikorn Thai Bank
การบินไทย	Thai Airways
เจริญโภคภัณฑ์	Charoen Pokphand
ปูนซิเมนต์ไทย	Siam Cement
สิงห์ คอร์เปอเรชั่น	Singha Corporation
บางจาก คอร์ปอเรชั่น	Bangchak Corporation
อมตะ คอร์ปอเรชัน	Amata Corporation
อิตาเลียนไทย ดีเวล๊อปเมนต์	Italian-Thai Development
พรรคเพื่อไทย	Pheu Thai Party
พรรคพลังประชารัฐ	Palang Pracharath Party
มหาวิทยาลัยจุฬาลงกรณ์	Chulalongkorn University
มหาวิทยาลัยธรรมศาสตร์	Thammasat University
ไทยเบฟเวอเรจ	Thai Beverage
บริษัท เมนซ์ แมชชีน จำกัด	MAINZ MACHINE CO., LTD
บริษัท เอ็กโซร่า จำกัด	EXORA CO., LTD
บริษัท ทีอีซีจีอาร์ จำกัด	TECGR CO., LTD
บริษัท แพตอน กรุ๊ป จำกัด	PHAETON GROUP CO., LTD
บริษัท โซกุโซ่ จำกัด	SOGUZO CO., LTD
บริษัท ไชน่า ไทย คอร์ปอเรชั่น กรุ๊ป จำกัด	CHINA THAI CORPORATION GROUP CO., LTD
บริษัท ทีเอบี คอร์เปอร์เรชั่น (ไทยแลนด์) จำกัด	TAB CORPORATION (THAILAND) CO., LTD
บริษัท สยาม แอโร่ รีแพร์ จำกัด	SIAM AERO REPAIR CO., LTD
บริษัท สเปกตร้าซิงค์ จำกัด	SPECTRASYNC CO., LTD
คาโนปัส เทรดดิ้ง กรุ๊ป จำกัด	CANOPUS TRADING GROUP CO., LTD
บริษัท ทีเอเอ็นเอคิว จำกัด	TANAQ CO., LTD
บริษัท ไทย เทรด แอสโซซิเอชั่น จำกัด	THAI TRADE ASSOCIATION CO., LTD
บริษัท แอโร โกลเบิล จำกัด	AEROGLOBAL CO., LTD.";

/// Of the names above at most so many are missed: `Chan-o-cha` with its one letter apart. Without their letters, by the
/// spelling by rule alone, 45 were when this was written.
const MOST_MISSED: usize = 2;

fn pairs(table: &str) -> impl Iterator<Item = (&str, &str)> {
    table.lines().map(|line| line.split_once('\t').unwrap())
}

fn score(native: &str, latin: &str, reading: Reading) -> u8 {
    let [native, latin] = [native, latin].map(|text| Name::read(text, reading));
    let [there, back] = [score::compare(&native, &latin), score::compare(&latin, &native)].map(|c| c.score());
    assert_eq!(there, back, "not symmetric");
    there
}

#[test]
fn thai_names_find_their_latin_spelling() {
    let mut missed = Vec::new();
    for (table, reading) in
        [(PEOPLE, Reading::Person), (TITLED, Reading::Person), (ORGANISATIONS, Reading::Organisation)]
    {
        for (native, latin) in pairs(table) {
            let score = score(native, latin, reading);
            if score < DEFAULT_THRESHOLD {
                let words = Name::read(native, reading).words;
                let words: Vec<String> =
                    words.into_iter().map(|w| format!("{} {}", w.form.text, w.compared_text())).collect();
                missed.push(format!("{native} {latin} {score} {words:?}"));
            }
        }
    }
    assert!(missed.len() <= MOST_MISSED, "{} missed:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn and_not_that_of_another() {
    let people: Vec<(&str, &str)> = pairs(PEOPLE).collect();
    let mut met = Vec::new();
    for (at, (native, _)) in people.iter().enumerate() {
        for (_, latin) in people.iter().skip(at + 1).filter(|(other, _)| other != native) {
            if score(native, latin, Reading::Person) >= DEFAULT_THRESHOLD {
                met.push(format!("{native} {latin}"));
            }
        }
    }
    assert!(met.is_empty(), "{met:?}");
}
