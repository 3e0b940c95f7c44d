/** The form's own part: hands the country to the component, and says what a server would be sent. */

import 'namesieve/element';

const [form, screening, country, saved] = ['supplier-form', 'screening', 'country', 'saved'].map((id) => document.getElementById(id));

country.addEventListener('change', () => (screening.facts = { country: country.value }));

// The component objects as long as nothing was screened, or a potential match waits for a decision.
form.addEventListener('submit', () => {
  const { status, hits } = JSON.parse(new FormData(form).get('screening'));
  saved.textContent = `Saved as ${status}, with ${hits.length} decisions: ${hits.map(({ verdict }) => verdict).join(', ')}`;
});
