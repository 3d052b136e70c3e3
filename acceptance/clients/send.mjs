// Sends COUNT track events of 100 users through Segment's own Node client, with message ids that a
// second run repeats. Usage: node send.mjs HOST WRITE_KEY COUNT
import { Analytics } from '@segment/analytics-node'

const [host, writeKey, count] = process.argv.slice(2)
const failures = []
const analytics = new Analytics({ writeKey, host, flushAt: 100, maxRetries: 3 })
analytics.on('error', (error) => failures.push(error))

for (let n = 0; n < Number(count); n++) {
  analytics.track({
    userId: `node-${n % 100}`,
    event: 'Tea Brewed',
    messageId: `node-message-${n}`,
    timestamp: new Date(Date.UTC(2026, 0, 1) + n * 1000),
    properties: { n, cup: 'large' },
  })
  if (n % 1000 === 999) await new Promise((done) => setTimeout(done, 20))
}
await analytics.closeAndFlush({ timeout: 60000 })
if (failures.length > 0) {
  console.error(failures[0])
  process.exit(1)
}
