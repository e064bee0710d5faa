// Numbers rounded as the program rounds them, so that a sentence from it and a table beside it never differ in a digit.

/** `digits` decimals; a value exactly between two goes to the even one, as in Go's formatting (JavaScript goes away from zero). Never "-0.00". */
export function rounded(value: number, digits = 2): string {
  const scaled = Math.abs(value) * 10 ** digits;
  const tie = scaled % 1 === 0.5 && Number.isInteger(value * 2 ** 10); // only such values are exactly between
  const text = tie ? ((Math.sign(value) * 2 * Math.round(scaled / 2)) / 10 ** digits).toFixed(digits) : value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** A number of the scale with its sign, as the program writes it: "+0.93", "−1.40", "0.00". */
export function signed(value: number, digits = 2): string {
  const text = rounded(value, digits);
  return Number(text) === 0 ? text : value > 0 ? `+${text}` : text.replace('-', '−');
}
