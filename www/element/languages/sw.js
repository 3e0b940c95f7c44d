/** Kiswahili: each sentence of the component's en.js in Swahili, under the words that www/languages/sw.js binds. */

export const words = {
  // The component's own parts.
  element: {
    of: 'Ukaguzi wa {label}',
    alone: 'Ukaguzi wa jina',
    privacy: 'Ukaguzi unafanyika ndani ya kifaa hiki. Utafutaji huu hautumi wala hauhifadhi unachoandika; hauwezi kuzungumzia sehemu nyingine za ukurasa huu.',
    prompt: 'Matokeo yataonekana hapa.',
    bound: 'Jaza “{label}”, na matokeo yataonekana hapa.',
    boundAlone: 'Andika jina, na matokeo yataonekana hapa.',
    starting: 'Bado haikukaguliwa: orodha zinapakiwa.',
    pending: 'Bado haikukaguliwa: subiri matokeo.',
    unasked: 'Bado haikukaguliwa: hakuna jina.',
    unscreened: 'Haikukaguliwa: angalia sababu chini ya sehemu ya jina.',
    undecided: { one: 'Kwanza amua kuhusu mfanano unaowezekana.', other: 'Kwanza amua kuhusu kila mmoja kati ya mifanano inayowezekana {n}.' },
    noField: 'Hakuna sehemu ya kujaza “{value}” karibu na utafutaji huu, kwa hiyo hakuna kinachokaguliwa. Mwambie aliyetengeneza ukurasa huu.',
    noFieldShort: 'hakuna sehemu ya jina ya kukagua',
    restarted: 'Injini imeanza tena.',
    unread: '{fact}: {why}',
    unreadFact: 'hailinganishwi, kwa sababu haisomeki.',
    nothingYet: 'Jina tu ndilo lililolinganishwa, na watu tofauti wanaweza kuwa na jina moja: linganisha yaliyomo kwenye “Maelezo” kuhusu kuzaliwa na mahali na unachojua.',
    parties: { one: 'Onyesha mfanano unaowezekana', other: 'Onyesha mifanano inayowezekana' },
    again: 'Jaribu tena',
    screenAgain: 'Kagua tena',
    foreignManifest: 'Orodha ambazo ukurasa huu unazitaja ziko kwenye seva nyingine, ambako hakuna inayopakuliwa. Mwambie aliyetengeneza ukurasa huu.',
  },

  // Reasons whose advice in the page names what a component does not have.
  reasons: {
    'no-list': ['hakuna orodha inayoangaliwa', 'Mwambie aliyetengeneza ukurasa huu.'],
    'out-of-date': [
      'orodha imepitwa na wakati',
      'Hakuna kilichopatikana, lakini {value} huenda imebadilika: ina zaidi ya siku {days}, au umri wake haujulikani. Mwambie anayeutunza ukurasa huu kwamba unahitaji toleo jipya zaidi.',
    ],
    'list-missing': [
      'orodha moja haikuweza kupakiwa',
      'Hakuna kilichopatikana kwenye nyingine. Haikuangaliwa: {value}. Pakia ukurasa upya; hali hii ikiendelea, mwambie anayeutunza.',
    ],
  },
};
