//! Tests of the translated words.

use super::*;
use crate::name::{Name, Reading, Role};
use crate::normalise;
use crate::score::{self, weights::DEFAULT_THRESHOLD};
use crate::tables::Tables;
use crate::transliterate::hebrew;

const TABLES: [(Script, &str); 4] = [
    (Script::Cyrillic, include_str!("cyrillic.tsv")),
    (Script::Arabic, include_str!("arabic.tsv")),
    (Script::Greek, include_str!("greek.tsv")),
    (Script::Hebrew, include_str!("hebrew.tsv")),
];

fn usual(text: &str) -> Vec<String> {
    Name::read(text, Reading::Organisation).words.into_iter().map(|word| word.form.text.clone()).collect()
}

#[test]
fn stems_are_comparable_and_stand_once() {
    for (script, text) in TABLES {
        let mut seen = std::collections::HashSet::new();
        for row in rows(text) {
            for stem in row[0].split(' ') {
                let word = stem.trim_end_matches('.');
                let normal = normalise::words(word).remove(0).text;
                assert_eq!(as_looked_up(script, &normal), word);
                assert!(seen.insert(stem), "{stem} stands twice");
            }
            assert!(row[1].split(' ').all(|latin| latin.bytes().all(|b| b.is_ascii_lowercase())), "{}", row[1]);
        }
    }
}

fn as_looked_up(script: Script, word: &str) -> String {
    stems::as_looked_up(script, word).chars().map(hebrew::medial).collect()
}

#[test]
fn a_phrase_is_a_legal_form_or_describes() {
    for (phrase, latin) in &Words::get().phrases {
        let usual = latin.split(' ').next().unwrap();
        let describes = Tables::get().describing(usual) < crate::tables::RARE;
        assert!(describes || Tables::get().legal_form(&[usual]).is_some(), "{phrase:?} {latin}");
        assert!(phrase.len() <= LONGEST_PHRASE);
        for stem in phrase {
            let word = stem.trim_end_matches('.');
            assert_eq!(as_looked_up(Script::Common, &normalise::words(word).remove(0).text), word);
        }
    }
}

#[test]
fn legal_forms_in_their_own_script_are_legal_forms() {
    for text in [
        "Общество с ограниченной ответственностью «Ромашка»",
        "«Ромашка» обществу с ограниченной ответственностью",
        "ОАО Ромашка",
        "OАO Ромашка",
        "ПрАТ «Ромашка»",
        "Приватне акціонерне товариство Ромашка",
        "Адкрытае акцыянернае таварыства Ромашка",
        "Ромашка ЕООД",
        "Акционерно дружество Ромашка",
        "Друштво са ограниченом одговорношћу Ромашка",
        "شركة المتحدون المحدودة المسؤولية",
        "شركة المتحدون ذ.م.م",
        "شرکت رهاب با مسئولیت محدود",
        "Ρομάσκα Εταιρεία περιορισμένης ευθύνης",
        "ליבי בע\"מ",
        "ליבי בע״מ",
        "რომაშკა შეზღუდული პასუხისმგებლობის საზოგადოება",
    ] {
        let name = Name::read(text, Reading::Organisation);
        assert!(name.words.iter().any(|word| matches!(word.role, Role::Legal(_))), "{text}: {name:?}");
    }
}

#[test]
fn inflected_words_are_known_and_small_ones_are_particles() {
    assert_eq!(usual("завода заводу заводов заводът"), ["plant"; 4]);
    assert_eq!(usual("научно-производственное объединение"), ["scientific", "production", "association"]);
    assert_eq!(usual("Министерство на отбраната"), ["ministry", "of", "defence"]);
    assert_eq!(usual("Міністерства оборони України"), ["ministry", "defence", "ukraine"]);
    assert_eq!(usual("سازمان صنایع دفاع"), ["organization", "industries", "defense"]);
    assert_eq!(usual("للحماية والخدمات الأمنية")[..4], ["for", "security", "and", "services"]);
    assert_eq!(usual("Υπουργείο Εθνικής Άμυνας"), ["ministry", "national", "defence"]);
    assert_eq!(usual("האגודה"), ["the", "association"]);
}

#[test]
fn people_are_not_translated() {
    let name = Name::read("Завод Банк", Reading::Person);
    assert!(name.words.iter().all(|word| word.form.text == "zavod" || word.form.text == "bank"), "{name:?}");
    assert_eq!(Name::read("شركة", Reading::Person).words.len(), 1);
}

#[test]
fn a_name_that_only_begins_like_a_word_is_none() {
    for (word, spelled) in [("Заводин", "zavodin"), ("Центурион", "tsenturion"), ("Газманов", "gazmanov")]
    {
        assert_eq!(usual(word)[0], spelled);
    }
}

fn score(query: &str, listed: &str) -> u8 {
    let [query, listed] = [query, listed].map(|text| Name::read(text, Reading::Organisation));
    score::compare(&query, &listed).score()
}

#[test]
fn organisations_are_found_by_their_translation_and_by_their_romanisation() {
    for (native, latin) in [
        ("Открытое акционерное общество «Завод имени Дегтярева»", "DEGTYAREV PLANT JSC"),
        ("Открытое акционерное общество «Завод имени В.А. Дегтярева»", "JSC Plant named after V.A. Degtyarev"),
        ("Акционерное общество «Муромский приборостроительный завод»", "JSC Murom Instrument Making Plant"),
        ("АО «Вольский механический завод»", "Joint Stock Company Volsk Mechanical Plant"),
        ("Научно-производственное объединение «Квант»", "SCIENTIFIC PRODUCTION ASSOCIATION KVANT"),
        ("Научно-производственное объединение «Квант»", "NAUCHNO-PROIZVODSTVENNOE OBEDINENIE KVANT"),
        ("Министерство обороны Российской Федерации", "Ministry of Defence of the Russian Federation"),
        ("ОАО «Российские железные дороги»", "JSC RUSSIAN RAILWAYS"),
        ("ФГУП «Комета»", "Federal State Unitary Enterprise Kometa"),
        ("Фонд Ахмата Кадырова", "Akhmat Kadyrov Foundation"),
        ("ТОВ «Луганський патронний завод»", "LUGANSK CARTRIDGE PLANT LLC"),
        ("Адкрытае акцыянернае таварыства «Мінскі аўтамабільны завод»", "Minsk Automobile Plant OJSC"),
        ("Националната гвардия на Руската федерация", "National Guard of the Russian Federation"),
        ("Медиагруппа «Патриотъ»", "Patriot Media Group"),
        // With a Latin letter in the place's name.
        ("Mинский автомобильный завод", "Minsk Automobile Plant"),
        ("صنایع هوایی قدس", "Qods Aviation Industries"),
        ("شركة الصياد لخدمات الحراسة والحماية", "Al-Sayyad Company for Guarding and Protection Services Ltd"),
        ("شرکت ملی نفت ایران", "NATIONAL IRANIAN OIL COMPANY"),
        ("سازمان فضایی ایران", "Iranian Space Organisation"),
        ("Ταξιαρχία Prizrak", "Prizrak brigade"),
        ("Ρωσικές χερσαίες δυνάμεις", "Russian Ground Forces"),
        ("Υπουργείο Εθνικής Άμυνας", "Ministry of National Defence"),
    ] {
        let (there, back) = (score(native, latin), score(latin, native));
        assert!(there >= DEFAULT_THRESHOLD && back >= DEFAULT_THRESHOLD, "{native} {latin} {there} {back}");
    }
}

#[test]
fn words_that_describe_make_no_two_organisations_one() {
    for (native, latin) in [
        ("Российский банк поддержки предпринимательства", "BANK ROSSIYA"),
        ("АО «Механический завод»", "IZHEVSKY MEKHANICHESKY ZAVOD JSC"),
        ("АО «Саратовский электромеханический завод»", "KIZLYAR ELECTROMECHANICAL PLANT JSC"),
        ("ЗАО «Тюменский ремонтный завод»", "JOINT STOCK COMPANY TYUMEN BATTERY FACTORY"),
        ("ООО «Горная компания»", "LIMITED LIABILITY COMPANY PUTORANSKAYA GORNAYA KOMPANIYA"),
        ("ООО «Управляющая компания»", "OBSHCHESTVO S OGRANICHENNOY OTVETSTVENNOSTYU UPRAVLYAYUSHCHAYA KOMPANIYA RFPI"),
        ("Министерство культуры Республики Беларусь", "MINISTRY OF DEFENSE OF THE REPUBLIC OF BELARUS"),
        ("НПО «Ромашка»", "NPO KVANT"),
        ("Міністерство оборони України", "MINISTRY OF DEFENCE OF THE RUSSIAN FEDERATION"),
        ("بنك القاهرة", "BANK MELLI IRAN"),
        ("شركة النفط الكويتية", "NATIONAL IRANIAN OIL COMPANY"),
        ("سازمان هواشناسی کشور", "DEFENSE INDUSTRIES ORGANIZATION"),
        ("Εθνική Τράπεζα της Ελλάδος", "NATIONAL BANK OF IRAN"),
    ] {
        let score = score(native, latin);
        assert!(score < DEFAULT_THRESHOLD, "{native} {latin} {score}");
    }
}
