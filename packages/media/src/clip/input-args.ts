/**
 * How a stranger's file is named to ffmpeg so that it can open nothing but that file.
 *
 * Only `file` and `pipe` may be opened, and only containers that hold their own bytes: playlists
 * (HLS, DASH, concat, SDP) name further files and addresses and are not among them. Frames above
 * `MAX_PIXELS` are refused before memory is taken for them.
 */

import { resolve } from 'node:path'

/** By the names of ffmpeg's demuxers; each holds its own bytes. */
const CONTAINERS = [
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,flv,live_flv,mpegts,mpeg,mpegvideo,asf,ogg',
  'wav,w64,mp3,aac,ac3,eac3,flac,amr,amrnb,amrwb,aiff,caf,h264,hevc,ivf,m4v,gif,rm,srt,webvtt,silk',
].join(',')
/** 8192 × 4320. */
const MAX_PIXELS = 8192 * 4320

export const SAFE_INPUT: readonly string[] = [
  '-protocol_whitelist',
  'file,pipe',
  '-format_whitelist',
  CONTAINERS,
]

/** The `file:` in front keeps a name such as `-f` or `http:x` from being read as anything else. */
export function inputArgs(path: string): readonly string[] {
  return [...SAFE_INPUT, '-max_pixels', String(MAX_PIXELS), '-i', `file:${resolve(path)}`]
}

/** Ahead of every run: two threads, each message on a line of its own with its level. */
export const QUIET: readonly string[] = [
  '-hide_banner',
  '-loglevel',
  'repeat+level+error',
  '-threads',
  '2',
]
