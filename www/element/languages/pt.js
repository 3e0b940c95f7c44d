/** Português: each sentence of the component's en.js in Portuguese, under the words that www/languages/pt.js binds. */

export const words = {
  // The component's own parts.
  element: {
    of: 'Triagem de {label}',
    alone: 'Triagem de um nome',
    privacy: 'A triagem é feita neste dispositivo. Esta pesquisa não envia nem guarda nada do que escreve; não pode responder pelo resto desta página.',
    prompt: 'O resultado aparece aqui.',
    bound: 'Preencha “{label}” e o resultado aparece aqui.',
    boundAlone: 'Escreva o nome e o resultado aparece aqui.',
    starting: 'Ainda não triado: as listas estão a ser carregadas.',
    pending: 'Ainda não triado: espere pelo resultado.',
    unasked: 'Ainda não triado: não há nenhum nome.',
    unscreened: 'Não triado: veja o motivo abaixo do campo.',
    undecided: {
      one: 'Decida primeiro sobre a possível correspondência.',
      many: 'Decida primeiro sobre cada uma das {n} de possíveis correspondências.',
      other: 'Decida primeiro sobre cada uma das {n} possíveis correspondências.',
    },
    noField: 'Não há nenhum campo “{value}” junto a esta pesquisa, por isso nada é triado. Avise quem fez esta página.',
    noFieldShort: 'não há nenhum campo para triar',
    restarted: 'O motor iniciou de novo.',
    unread: '{fact}: {why}',
    unreadFact: 'não é comparado, porque não pode ser lido.',
    nothingYet: 'Só o nome foi comparado, e várias pessoas podem ter o mesmo: compare o que “Detalhes” diz do nascimento e dos lugares com o que sabe.',
    parties: { one: 'Mostrar a possível correspondência', many: 'Mostrar as possíveis correspondências', other: 'Mostrar as possíveis correspondências' },
    again: 'Tentar de novo',
    screenAgain: 'Triar de novo',
    foreignManifest: 'As listas que esta página indica estão noutro servidor, do qual nenhuma é carregada. Avise quem fez esta página.',
  },

  // Reasons whose advice in the page names what a component does not have.
  reasons: {
    'no-list': ['nenhuma lista é consultada', 'Avise quem fez esta página.'],
    'out-of-date': [
      'lista desatualizada',
      'Nada foi encontrado, mas isto pode ter mudado: {value}, com mais de {days} dias ou de idade desconhecida. Diga a quem mantém esta página que precisa de uma edição mais recente.',
    ],
    'list-missing': [
      'uma lista não pôde ser carregada',
      'Nada foi encontrado nas outras. Não consultado: {value}. Recarregue a página; se continuar assim, avise quem a mantém.',
    ],
  },
};
