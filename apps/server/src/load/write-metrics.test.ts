import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeMetrics } from './write-metrics.ts'

const SAMPLE = {
  at: 0,
  spanMs: 10_000,
  requests: 3,
  byStatus: { '2xx': 3, '3xx': 0, '4xx': 0, '5xx': 0 },
  medianMs: 2,
  p99Ms: null,
  loopDelayMs: 1,
  loopDelayP99Ms: 4,
  processor: 0.25,
  memoryBytes: 1000,
  databaseMs: 3,
  depths: {
    cases: 7,
    jobs: [{ name: 'machine-review', waiting: 2, running: 1, failed: 0 }],
    deliveries: 0,
    deadDeliveries: 1,
    mediaChecks: 0,
    connections: 12,
    databaseBytes: 4096,
  },
}
const TOTALS = { '2xx': 30, '3xx': 1, '4xx': 2, '5xx': 0 }

test('every line is a comment or a sample, and every family is told once', () => {
  const lines = writeMetrics(SAMPLE, TOTALS).trimEnd().split('\n')
  for (const line of lines) {
    assert.match(line, /^# (?:HELP|TYPE) fangxing_\w+ .+$|^fangxing_\w+(?:\{\w+="[^"]*"\})? \S+$/)
  }
  const told = lines.filter((line) => line.startsWith('# TYPE'))
  assert.equal(new Set(told).size, told.length)
})

test('totals, times in seconds and queues are told; what was not timed is no number', () => {
  const text = writeMetrics(SAMPLE, TOTALS)
  assert.match(text, /^fangxing_requests_total\{status="4xx"\} 2$/m)
  assert.match(text, /^fangxing_request_seconds\{quantile="0.5"\} 0.002$/m)
  assert.match(text, /^fangxing_request_seconds\{quantile="0.99"\} NaN$/m)
  assert.match(text, /^fangxing_waiting\{queue="jobs\/machine-review"\} 2$/m)
})

test('a database that does not answer is down, and nothing is made up for it', () => {
  const text = writeMetrics({ ...SAMPLE, databaseMs: null, depths: null }, TOTALS)
  assert.match(text, /^fangxing_up 0$/m)
  assert.doesNotMatch(text, /fangxing_waiting/)
})
