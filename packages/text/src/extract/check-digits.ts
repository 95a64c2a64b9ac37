/**
 * Whether a row of digits can be what it looks like, by its own check digit.
 *
 * Source: ISO/IEC 7812-1 annex B (Luhn) for cards; GB 11643-1999 for identity numbers.
 */

const CARD_LENGTHS = [16, 17, 18, 19]
/** UnionPay, Visa, Mastercard, JCB and American Express begin so. */
const CARD_START = /^(?:62|4|5[1-5]|35|3[47])/
const IDENTITY = /^[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/
const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const IDENTITY_CHECKS = '10x98765432'

export function isBankCard(digits: string): boolean {
  if (!CARD_LENGTHS.includes(digits.length) || !CARD_START.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

export function isIdentityNumber(digits: string): boolean {
  if (!IDENTITY.test(digits)) return false
  const sum = IDENTITY_WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return IDENTITY_CHECKS[sum % 11] === digits[17]
}
