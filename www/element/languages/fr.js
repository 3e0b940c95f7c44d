/** Français: each sentence of the component's en.js in French, under the words that www/languages/fr.js binds. */

export const words = {
  // The component's own parts.
  element: {
    of: 'Contrôle de {label}',
    alone: 'Contrôle d’un nom',
    privacy: 'Contrôlé sur cet appareil. Cette recherche n’envoie et n’enregistre rien de ce que vous tapez ; elle ne peut pas répondre du reste de cette page.',
    prompt: 'Le résultat apparaît ici.',
    bound: 'Remplissez « {label} », et le résultat apparaît ici.',
    boundAlone: 'Tapez le nom, et le résultat apparaît ici.',
    starting: 'Pas encore contrôlé : les listes sont en cours de chargement.',
    pending: 'Pas encore contrôlé : attendez le résultat.',
    unasked: 'Pas encore contrôlé : il n’y a pas de nom.',
    unscreened: 'Non contrôlé : voyez la raison sous le champ.',
    undecided: {
      one: 'Décidez d’abord au sujet de la correspondance possible.',
      many: 'Décidez d’abord au sujet de chacune des {n} de correspondances possibles.',
      other: 'Décidez d’abord au sujet de chacune des {n} correspondances possibles.',
    },
    noField: 'Il n’y a pas de champ « {value} » à côté de cette recherche ; rien n’est donc contrôlé. Prévenez la personne qui a fait cette page.',
    noFieldShort: 'il n’y a pas de champ à contrôler',
    restarted: 'Le moteur a redémarré.',
    unread: '{fact} : {why}',
    unreadFact: 'pas comparé, car ce n’est pas lisible.',
    nothingYet: 'Seul le nom a été comparé, et plusieurs personnes peuvent porter le même : comparez ce que « Détails » dit de la naissance et des lieux à ce que vous savez.',
    parties: { one: 'Montrer la correspondance possible', many: 'Montrer les correspondances possibles', other: 'Montrer les correspondances possibles' },
    again: 'Réessayer',
    screenAgain: 'Contrôler de nouveau',
    foreignManifest: 'Les listes que cette page nomme se trouvent sur un autre serveur, d’où aucune n’est chargée. Prévenez la personne qui a fait cette page.',
  },

  // Reasons whose advice in the page names what a component does not have.
  reasons: {
    'no-list': ['aucune liste n’est consultée', 'Prévenez la personne qui a fait cette page.'],
    'out-of-date': [
      'liste périmée',
      'Rien n’a été trouvé, mais ceci peut avoir changé : {value}, de plus de {days} jours ou d’un âge inconnu. Dites à la personne qui tient cette page qu’il lui faut une édition plus récente.',
    ],
    'list-missing': [
      'une liste n’a pas pu être chargée',
      'Rien n’a été trouvé sur les autres. Non consulté : {value}. Rechargez la page ; si cela continue, prévenez la personne qui la tient.',
    ],
  },
};
