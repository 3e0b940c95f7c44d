/** A payee in React: the component is an element like any other, and its events are properties. */

import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'namesieve/element';

function Payee() {
  const [birth, setBirth] = useState('');
  const [told, setTold] = useState('Nobody is screened yet.');
  const tell = ({ detail: { status, hits, lists, reasons } }) => {
    const where = lists.map(({ title, issued }) => `${title} of ${issued}`).join(', ');
    setTold(status === 'screened' ? `${hits.length} potential matches on: ${where}` : `Not screened: ${reasons.map(({ code }) => code).join(', ')}`);
  };
  return (
    <main>
      <h1>Payee</h1>
      <p><label htmlFor="payee">Name</label> <input id="payee" autoComplete="off" /></p>
      <p><label htmlFor="born">Born</label> <input id="born" value={birth} onChange={(event) => setBirth(event.target.value)} /></p>
      <name-sieve for="payee" facts={{ birth }} onscreened={tell} onnot-screened={tell} />
      <p id="told">{told}</p>
    </main>
  );
}

createRoot(document.getElementById('app')).render(<Payee />);
