/**
 * English: every sentence that the component says and the page does not. Each other language is a file of this very shape, under the binding
 * words of the page's file of the same name, to which the joiner adds it; so that whoever visits the page fetches none of it.
 */

export const words = {
  // The component's own parts.
  element: {
    of: 'Screening of {label}',
    alone: 'Screening of a name',
    privacy: 'Screened on this device. This search sends and stores nothing that you type; it cannot speak for the rest of this page.',
    prompt: 'The outcome appears here.',
    bound: 'Fill in {label}, and the outcome appears here.',
    boundAlone: 'Fill in the name, and the outcome appears here.',
    starting: 'Not screened yet: the lists are being loaded.',
    pending: 'Not screened yet: wait for the outcome.',
    unasked: 'Not screened yet: there is no name.',
    unscreened: 'Not screened: see the reason below the field.',
    undecided: { one: 'Decide about the potential match first.', other: 'Decide about each of the {n} potential matches first.' },
    noField: 'There is no field “{value}” beside this search, so nothing is screened. Tell whoever made this page.',
    noFieldShort: 'there is no field to screen',
    restarted: 'The engine has started again.',
    unread: '{fact}: {why}',
    unreadFact: 'not compared, because it cannot be read.',
    nothingYet: 'Only the name was compared, and people can have the same one: compare what “Details” tells of birth and places with what you know.',
    parties: { one: 'Show the potential match', other: 'Show the potential matches' },
    again: 'Try again',
    screenAgain: 'Screen again',
    foreignManifest: 'The lists that this page names lie on another server, from which none are fetched. Tell whoever made this page.',
  },

  // Reasons whose advice in the page names what a component does not have.
  reasons: {
    'no-list': ['no list is looked at', 'Tell whoever made this page.'],
    'out-of-date': [
      'list out of date',
      'Nothing was found, but {value} may have changed: older than {days} days, or of an age that is not known. Tell whoever looks after this page that it needs a newer edition.',
    ],
    'list-missing': [
      'a list could not be loaded',
      'Nothing was found on the others. Not looked at: {value}. Reload the page; if this stays, tell whoever looks after it.',
    ],
  },
};
