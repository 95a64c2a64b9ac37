/**
 * Every error the system may answer with. Codes are published: never renamed, never reused.
 *
 * What content can cause is an `Outcome`; what a caller or a machine can cause is an `AppError`;
 * what only we can cause is a plain `Error`, and is a bug.
 */

import type { Wording } from './wording.ts'

export const ERRORS = {
  REQUEST_MALFORMED: {
    zh: '请求格式不对，请按 details 中的字段修正。',
    en: 'The request does not have the expected form. Correct the fields named in details.',
  },
  REQUEST_TOO_LARGE: {
    zh: '请求体超过大小上限。',
    en: 'The request body is larger than the limit.',
  },
  NOT_SIGNED_IN: { zh: '请先登录。', en: 'Sign in first.' },
  NOT_ALLOWED: { zh: '当前身份无权执行此操作。', en: 'Your role may not do this.' },
  ORIGIN_REFUSED: {
    zh: '请求来自其他网站，已拒绝。请在控制台页面内操作。',
    en: 'The request came from another site and was refused. Act from the console itself.',
  },
  SIGN_IN_FAILED: {
    zh: '用户名或密码不正确。',
    en: 'The user name or the password is not right.',
  },
  FIRST_RUN_LINK_USED: {
    zh: '首次运行链接已使用或不正确，请重启服务获取新链接。',
    en: 'The first-run link was used already or is not right. Restart the server for a new one.',
  },
  APP_NOT_FOUND: { zh: '没有这个小程序。', en: 'No app has this id.' },
  APP_ALREADY_EXISTS: { zh: '该 appid 已存在。', en: 'An app with this appid exists already.' },
  USER_ALREADY_EXISTS: { zh: '该用户名已存在。', en: 'A user with this name exists already.' },
  USER_NOT_FOUND: {
    zh: '没有这个用户，或其身份不是开发者。',
    en: 'No developer is known under this name.',
  },
  LAST_OWNER: {
    zh: '小程序至少要有一位所有者，请先把它移交给别人。',
    en: 'An app keeps at least one owner. Hand it over to somebody first.',
  },
  RELEASE_NOT_FOUND: { zh: '没有这个版本。', en: 'No release has this id.' },
  ASSESSMENT_NOT_READY: {
    zh: '机审尚未完成，请稍后再看。',
    en: 'The machine has not answered yet. Look again in a moment.',
  },
  TRIAL_NOT_FOUND: { zh: '没有这次试行，或已结束。', en: 'No trial has this id, or it has ended.' },
  TRIAL_RUNS: {
    zh: '已有一份候选在试行，请先结束或发布它。',
    en: 'A candidate is being tried already. End or publish it first.',
  },
  POLICY_EDITION_NOT_FOUND: {
    zh: '没有这个检测策略版本。',
    en: 'No edition of the check policy has this number.',
  },
  PERSON_NOT_FOUND: { zh: '没有这个用户。', en: 'No person has this id.' },
  LAST_OPERATOR: {
    zh: '至少要留一位可以登录的运营者。',
    en: 'At least one operator who can sign in must remain.',
  },
  RETRO_SCAN_NOT_FOUND: { zh: '没有这次回溯扫描。', en: 'No retro-scan has this id.' },
  TERM_NOT_FOUND: { zh: '词库中没有这个词条。', en: 'No term has this id.' },
  LEXICON_EDITION_NOT_FOUND: {
    zh: '没有保存这个词库版本，无法查看或回退。',
    en: 'This edition of the lexicon is not kept, so it cannot be shown or gone back to.',
  },
  CHECK_NOT_FOUND: { zh: '没有这条检测记录。', en: 'No check has this id.' },
  CASE_NOT_FOUND: { zh: '没有这个复核单。', en: 'No case of human review has this id.' },
  PROPOSAL_NOT_FOUND: { zh: '没有这条词库提议。', en: 'No proposal for the lists has this id.' },
  PROPOSAL_WITHOUT_EFFECT: {
    zh: '这条提议不会改变对这段内容的判断，原因见 details.because。',
    en: 'The proposal would change nothing about this content. details.because says why.',
  },
  SECOND_PERSON_NEEDED: {
    zh: '须由另一位人员决定：提出的人、已决定过的人不能再决定。',
    en: 'Somebody else has to decide: whoever proposed it or decided it before cannot.',
  },
  UPSTREAM_MISSING: {
    zh: '该小程序没有设置上游检测，请先保存。',
    en: 'The app has no other checker set. Save one first.',
  },
  PUSH_REFUSED: {
    zh: '上游推送未通过验证，原因见 details.because。',
    en: 'The push from another checker was not verified. details.because says why.',
  },
  NOTICE_NOT_FOUND: { zh: '没有这条通知。', en: 'No notice has this id.' },
  DELIVERY_NOT_FOUND: { zh: '没有这条投递记录。', en: 'No delivery has this id.' },
  TEMPLATE_NOT_FOUND: { zh: '没有这个代码模板。', en: 'No template has this number.' },
  MEDIA_NOT_FOUND: { zh: '没有这个素材。', en: 'No media has this id.' },
  CATEGORY_REQUEST_NOT_FOUND: {
    zh: '没有这条待审的类目申请，可能已有结果。',
    en: 'No request for a category waits under this number. It may have been decided.',
  },
  CALLBACK_MISSING: {
    zh: '尚未设置这种回调，请先保存它的地址。',
    en: 'No callback of this kind is set. Save its address first.',
  },
  CALLBACK_REFUSED: {
    zh: '回调设置不可用，原因见 details.because。',
    en: 'The callback cannot be used. details.because says why.',
  },
  EVENT_NOT_ALLOWED: {
    zh: '当前状态下不能执行此操作，details.allowed 列出可执行的操作。',
    en: 'This cannot happen in the current state. details.allowed lists what can.',
  },
  CLOCK_WENT_BACK: {
    zh: '服务器时钟早于该版本的上一条记录，请先校准时钟再操作。',
    en: 'The clock of the server is earlier than the last record of this release. Correct it first.',
  },
  WITHDRAW_QUOTA_USED: {
    zh: '撤回次数已用完（每日 5 次、每月 10 次），details 写明何时恢复。',
    en: 'No withdrawals are left (5 a day, 10 a month). details says when the next is.',
  },
  EXPEDITE_REFUSED: {
    zh: '报备没有加急渠道，特殊情况请自行联系属地网信部门。',
    en: 'A filing cannot be expedited. In special cases contact the regional authority yourself.',
  },
  EXPEDITE_QUOTA_USED: {
    zh: '本月加急次数已用完，details 写明何时恢复。',
    en: 'No expedites are left this month. details says when the next is.',
  },
  FILING_PROFILE_EXISTS: {
    zh: '该版本号的报备配置已存在，已保存的配置不能更改，请换一个版本号。',
    en: 'This edition of the filing profile exists. A saved one is never changed: name another.',
  },
  STALE_FENCE: {
    zh: '该单已被他人领取或领取已过期，请重新领取。',
    en: 'The claim on this case has passed to someone else or expired. Claim it again.',
  },
  ALREADY_IN_REVIEW: {
    zh: '该小程序已有版本在审核中，请先撤回或等待结果。',
    en: 'A version of this app is under review already. Withdraw it or wait for its result.',
  },
  CONCURRENT_CHANGE: {
    zh: '该记录刚被其他操作更改，请刷新后重试。',
    en: 'Someone else changed this a moment ago. Look again, then repeat.',
  },
  CATEGORY_NOT_ALLOWED: {
    zh: '类目不在类目表中，或未为该小程序登记，请先登记 details 中的类目。',
    en: 'The category is not in the table or not registered for the app. Register it first.',
  },
  UGC_DECLARATION_MISSING: {
    zh: '所选类目首次提审须填写用户生成内容声明。',
    en: 'The first submission in this category needs a declaration about user-generated content.',
  },
  PACKAGE_TOO_LARGE: {
    zh: '代码包超过大小上限，请减小后重新上传。',
    en: 'The package is larger than the limit. Make it smaller and upload it again.',
  },
  PACKAGE_EXPANDS_TOO_FAR: {
    zh: '压缩包解开后超过上限，请检查后重新打包。',
    en: 'The archive expands beyond the limit. Check it and pack it again.',
  },
  PACKAGE_PATH_UNSAFE: {
    zh: '压缩包中有指向包外的路径，请重新打包。',
    en: 'A path in the archive leaves the package. Pack it again.',
  },
  PACKAGE_UNREADABLE: {
    zh: '代码包读不出来，请确认它是完整的 zip 或文件夹。',
    en: 'The package cannot be read. Check that it is a whole zip file or a folder.',
  },
  PACKAGE_HAS_TOO_MANY_FILES: {
    zh: '代码包里的文件太多，请去掉不属于小程序的目录后重新打包。',
    en: 'The package holds too many files. Leave out the folders that are not part of the mini-program.',
  },
  PACKAGE_HAS_LINK: {
    zh: '代码包里有指向别处的链接，请换成文件本身。',
    en: 'The package holds a link that points elsewhere. Put the file itself in its place.',
  },
  PACKAGE_NAME_REPEATED: {
    zh: '压缩包里有两个同名文件，请重新打包。',
    en: 'The archive holds two files of the same name. Pack it again.',
  },
  PACKAGE_ENCRYPTED: {
    zh: '压缩包设有密码，请去掉密码后重新打包。',
    en: 'The archive is protected by a password. Pack it again without one.',
  },
  PACKAGE_ASSESSMENT_CRASHED: {
    zh: '读取代码包的进程没有答复就结束了，机器得不出结论，需要人工查看。',
    en: 'The process that read the package ended without an answer. A person has to look at it.',
  },
  MANIFEST_MISSING: {
    zh: '没有找到 app.json，请确认目录是小程序的根目录。',
    en: 'No app.json was found. Check that this is the root folder of a mini-program.',
  },
  MANIFEST_MALFORMED: {
    zh: 'app.json 无法解析，请修正所示位置的 JSON。',
    en: 'app.json cannot be parsed. Correct the JSON at the place that is shown.',
  },
  TEXT_TOO_LONG: { zh: '文本超过长度上限。', en: 'The text is longer than the limit.' },
  TEXT_NOT_UTF8: {
    zh: '内容不是 UTF-8 文本。',
    en: 'The content is not UTF-8 text.',
  },
  FILE_TOO_LARGE: {
    zh: '文件超过大小上限，请减小它，或把它移出小程序目录。',
    en: 'The file is larger than the limit. Make it smaller, or move it out of the mini-program.',
  },
  FILE_NOT_FOUND: {
    zh: '文件或目录不存在，请检查路径。',
    en: 'There is no such file or folder. Check the path.',
  },
  FILE_UNREADABLE: {
    zh: '文件或目录读不了，请检查它的权限。',
    en: 'The file or folder cannot be read. Check its permissions.',
  },
  FILE_UNWRITABLE: {
    zh: '文件写不了，请检查目录、权限和剩余空间。',
    en: 'The file cannot be written. Check its folder, its permissions and the space that is left.',
  },
  LEXICON_MALFORMED: {
    zh: '词库文件格式不对，请修正所示位置。',
    en: 'The lexicon file does not have the expected form. Correct the place that is shown.',
  },
  SAMPLES_MALFORMED: {
    zh: '样本学不了，请按上面所示修正。',
    en: 'These samples cannot be learned from. Correct what is shown above.',
  },
  TEXT_MODEL_MALFORMED: {
    zh: '这不是 fangxing train 写出的文本模型。',
    en: 'This is no text model that fangxing train wrote.',
  },
  TEXT_MODEL_MISMATCHED: {
    zh: '它是在另一版出厂模型上训练的，请用原样本重新训练。',
    en: 'It was trained upon another edition of the shipped model. Train again on the same samples.',
  },
  TEXT_MODEL_NOT_FOUND: {
    zh: '没有这一版文本模型。',
    en: 'No edition of the text model has this number.',
  },
  MATERIAL_NOT_FOUND: {
    zh: '没有这个素材或这次审核。',
    en: 'No material, or no audit of it, has this id.',
  },
  MATERIAL_UNANSWERED: {
    zh: '还有条款没有回答，details.open 列出它们。',
    en: 'Some clauses are not answered yet. details.open lists them.',
  },
  MATERIAL_MALFORMED: {
    zh: '素材文件格式不对，请按 details 修正所示字段。',
    en: 'The material file does not have the expected form. Correct the field that is shown.',
  },
  BROWSER_MISSING: {
    zh: '浏览器无法启动，页面没有看。请按 details 的原因处理，例如安装 Chromium 或换非 root 用户。',
    en: 'No browser starts, so no page was looked at. See details: install Chromium, or run as another user.',
  },
  PROJECT_FILE_MALFORMED: {
    zh: '自检的配置或基线文件格式不对，请按 details 修正所示文件。',
    en: 'A settings or baseline file of the preflight is not right. Correct the file that is shown.',
  },
  RATE_LIMITED: { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests. Try again later.' },
  CLOCK_NOT_SIMULATED: {
    zh: '时钟不是模拟时钟，不能拨动。演练时请以 --simulated-clock 启动。',
    en: 'The clock is the real one and cannot be moved. Start with --simulated-clock to rehearse.',
  },
  INSTANCE_NOT_EMPTY: {
    zh: '实例中已有数据，演示数据只写入空实例。请换一个空的数据目录。',
    en: 'The instance holds work already. The demo fills only an empty one: use an empty directory.',
  },
  ROUTE_NOT_FOUND: { zh: '没有这个接口。', en: 'There is no such path.' },
  STORAGE_UNAVAILABLE: {
    zh: '存储暂时不可用，请重试。',
    en: 'The storage did not answer. Try again.',
  },
  STORAGE_LOCKED: {
    zh: '数据目录正被另一个进程使用，请先停止它或换一个目录。',
    en: 'Another process holds the data directory. Stop it, or choose another directory.',
  },
  STORAGE_TOO_NEW: {
    zh: '数据库由更新版本的放行写过，请升级后再启动。',
    en: 'A later version of Fangxing wrote this database. Upgrade, then start again.',
  },
  STORAGE_CANNOT_START: {
    zh: '内置数据库启动不了，原因见 details.because。',
    en: 'The embedded database cannot start. details.because says why.',
  },
  SERVER_UNREACHABLE: {
    zh: '连不上服务器，请确认它已启动（npm start）且地址正确。',
    en: 'The server does not answer. Check that it runs (npm start) and that the address is right.',
  },
  SERVER_ANSWER_UNKNOWN: {
    zh: '服务器的回答不是本平台的格式，请确认地址指向放行服务器。',
    en: 'The server gave an answer of another kind. Check that the address is a Fangxing server.',
  },
  SETTING_MALFORMED: {
    zh: '启动设置不对，原因见 details.because，请修正后重新启动。',
    en: 'A setting is not right: details.because says why. Correct it and start again.',
  },
  CREDENTIALS_MISSING: {
    zh: '缺少凭据，请设置所列的环境变量。',
    en: 'There are no credentials. Set the environment variables that are named.',
  },
  CREDENTIALS_REFUSED: {
    zh: 'appid 或 secret 不正确，请在控制台核对或重置。',
    en: 'The appid or the secret is not right. Look them up or reset them in the console.',
  },
  PORT_IN_USE: {
    zh: '端口已被占用，请用 --port 换一个，或停止占用它的程序。',
    en: 'The port is taken. Choose another with --port, or stop the program that holds it.',
  },
  RECORD_BROKEN: {
    zh: '事件链校验失败，记录可能被改动。',
    en: 'The event chain does not verify: the record may have been altered.',
  },
  INTERNAL: {
    zh: '服务器内部错误，已记录，请附上 requestId 反馈。',
    en: 'An internal error. It was logged; report it with the requestId.',
  },
} as const satisfies Record<string, Wording>

export type ErrorCode = keyof typeof ERRORS

export type ErrorDetails = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>

export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  /** The values the sentence is about, e.g. `{ sizeBytes, maxBytes }`. Safe to show the caller. */
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(ERRORS[code].en, options)
    this.code = code
    this.details = details
  }
}
