/**
 * A recogniser that is a program of this machine: whisper.cpp, FunASR, Vosk, or a script around one.
 *
 * The sound is written to a private file whose path the program is given; what it prints is read as
 * JSON with `segments`, WebVTT or SubRip. It runs with the environment of this process, for the
 * operator chose it, and is stopped when its time is up. A program that fails rejects with the reason.
 */

import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Wording } from '@fangxing/contract'
import { ModelUnavailable } from '../observe/model-unavailable.ts'
import { readTranscript } from './read-transcript.ts'
import type { Recogniser } from './recogniser.ts'
import type { SpeechCommand } from './speech-settings.ts'
import { secondsOf } from './wav.ts'

const MAX_OUTPUT = 16 * 1024 * 1024
const DEFAULT_SECONDS = 600
const WAV = '{wav}'

export function runCommand(settings: SpeechCommand): Recogniser {
  return {
    edition: basename(settings.program),
    async transcribe(wav, signal) {
      const folder = await mkdtemp(join(tmpdir(), `fangxing-speech-${process.pid}-`))
      try {
        const path = join(folder, 'sound.wav')
        await writeFile(path, wav, { mode: 0o600 })
        const transcript = readTranscript(await print(settings, path, signal), secondsOf(wav))
        if (transcript === null) throw new ModelUnavailable(UNREADABLE)
        return transcript
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

function print(
  { program, args = [], seconds = DEFAULT_SECONDS }: SpeechCommand,
  path: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const named = args.map((argument) => argument.replaceAll(WAV, path))
  const all = args.some((argument) => argument.includes(WAV)) ? named : [...named, path]
  const options = {
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: MAX_OUTPUT,
    windowsHide: true,
    ...(signal && { signal }),
  } as const
  return new Promise((resolve, reject) => {
    execFile(program, all, options, (error, stdout) => {
      if (!error) resolve(stdout)
      else if (signal?.aborted) reject(error)
      else reject(new ModelUnavailable(whyFailed(error, seconds), { cause: error }))
    })
  })
}

function whyFailed(error: Error & { code?: unknown; killed?: boolean }, seconds: number): Wording {
  if (error.code === 'ENOENT') {
    return {
      zh: '找不到语音识别命令，请检查配置',
      en: 'the speech command does not exist: check the settings',
    }
  }
  if (error.killed) {
    return {
      zh: `语音识别命令 ${seconds} 秒内没有结束，或输出过多`,
      en: `the speech command did not end within ${seconds} seconds, or printed too much`,
    }
  }
  return {
    zh: `语音识别命令失败（${String(error.code)}）`,
    en: `the speech command failed (${String(error.code)})`,
  }
}

const UNREADABLE: Wording = {
  zh: '语音识别命令的输出不是 JSON、WebVTT 或 SRT',
  en: 'the speech command printed neither JSON with segments nor WebVTT nor SubRip',
}
