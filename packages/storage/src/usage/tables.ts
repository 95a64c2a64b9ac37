/** The tables of usage as Kysely sees them. */

export interface UsageTables {
  quota_uses: {
    appid: string
    call: string
    span: 'minute' | 'day'
    window_start: number
    used: number
  }
  visits: { appid: string; openid: string; seen_at: number }
}
