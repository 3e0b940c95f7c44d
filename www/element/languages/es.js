/** Español: each sentence of the component's en.js in Spanish, under the words that www/languages/es.js binds. */

export const words = {
  // The component's own parts.
  element: {
    of: 'Cotejo de {label}',
    alone: 'Cotejo de un nombre',
    privacy: 'Se coteja en este dispositivo. Esta búsqueda no envía ni guarda nada de lo que escribe; no puede responder por el resto de esta página.',
    prompt: 'El resultado aparece aquí.',
    bound: 'Rellene «{label}» y el resultado aparece aquí.',
    boundAlone: 'Escriba el nombre y el resultado aparece aquí.',
    starting: 'Todavía no cotejado: se están cargando las listas.',
    pending: 'Todavía no cotejado: espere el resultado.',
    unasked: 'Todavía no cotejado: no hay ningún nombre.',
    unscreened: 'No cotejado: vea el motivo debajo del campo.',
    undecided: {
      one: 'Decida primero sobre la posible coincidencia.',
      many: 'Decida primero sobre cada una de las {n} de posibles coincidencias.',
      other: 'Decida primero sobre cada una de las {n} posibles coincidencias.',
    },
    noField: 'No hay ningún campo «{value}» junto a esta búsqueda, por eso no se coteja nada. Avise a quien hizo esta página.',
    noFieldShort: 'no hay ningún campo que cotejar',
    restarted: 'El motor se ha iniciado de nuevo.',
    unread: '{fact}: {why}',
    unreadFact: 'no se compara, porque no se puede leer.',
    nothingYet: 'Solo se comparó el nombre, y varias personas pueden llamarse igual: compare lo que dice «Detalles» del nacimiento y los lugares con lo que sabe.',
    parties: { one: 'Mostrar la posible coincidencia', many: 'Mostrar las posibles coincidencias', other: 'Mostrar las posibles coincidencias' },
    again: 'Intentar de nuevo',
    screenAgain: 'Cotejar de nuevo',
    foreignManifest: 'Las listas que esta página nombra están en otro servidor, del que no se carga ninguna. Avise a quien hizo esta página.',
  },

  // Reasons whose advice in the page names what a component does not have.
  reasons: {
    'no-list': ['no se consulta ninguna lista', 'Avise a quien hizo esta página.'],
    'out-of-date': [
      'lista desactualizada',
      'No se encontró nada, pero esto puede haber cambiado: {value}, con más de {days} días o de antigüedad desconocida. Diga a quien se ocupa de esta página que hace falta una edición más reciente.',
    ],
    'list-missing': [
      'no se pudo cargar una lista',
      'No se encontró nada en las demás. Sin consultar: {value}. Vuelva a cargar la página; si sigue igual, avise a quien se ocupa de ella.',
    ],
  },
};
