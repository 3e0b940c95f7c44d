/** Which entries of the coverage are editions or parts of one list. */

/** The id without the date that the engine gives a part of a list beside the whole of it. */
const base = (id) => id.split('@')[0];

/** What takes each other's place: the editions of a whole list, or of a part of it. */
export const keyOf = ({ id, complete }) => `${base(id)}${complete === false ? ' in part' : ''}`;

/** A part of a list is not looked at beside the whole of it, unless it is newer. */
export const wholeOf = (part, lists) =>
  part.complete || !part.issued
    ? undefined
    : lists.find(({ id, complete, issued }) => complete && id === base(part.id) && issued >= part.issued);
