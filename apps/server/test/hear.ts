/** Stands in for a recogniser: a program that prints what it heard, whatever the sound is. */

const segments = [
  { start: 0.2, end: 1.4, text: '找我代开' },
  { start: 1.6, end: 2.4, text: '发票，价格优惠' },
]
process.stdout.write(JSON.stringify({ language: 'zh', segments }))
