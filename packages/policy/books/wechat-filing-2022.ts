/**
 * The note on filing review (报备审核) of certain categories, clause by clause.
 *
 * The note has headings but no numbers; ours are heading.paragraph: 0 opening, 1 what is filed,
 * 2.1–2.3 how it goes, 3 what to prepare. A number stands for its words and is never given again.
 *
 * Source: WeChat open community, document 00002a6a0b8d98a965993666a51001, edited 2022-01-14.
 */

import { type Book, clausesOf } from '../src/book.ts'
import { say } from '../src/say.ts'

const { byRule, byRuleOf, byProcess, byPerson } = clausesOf('wechat-filing-2022')

const LIFE = say(
  '由提审与报备的状态机执行：类目、台账和通知时间决定，不看代码内容。',
  'The release life carries it out: categories, ledger and notice time decide, not the code.',
)

export const wechatFiling2022: Book = {
  id: 'wechat-filing-2022',
  title: say(
    '关于微信小程序部分类目报备审核说明',
    'WeChat note on the filing review of certain categories',
  ),
  edition: '2022-01-14',
  source: 'https://developers.weixin.qq.com/community/develop/doc/00002a6a0b8d98a965993666a51001',
  clauses: [
    byProcess(
      '0.1',
      say(
        '发布时事新闻、具有社交属性或以视频、电台为载体的小程序需在上线前，完成向省/自治区/直辖市属地网信部门申请报备的工作。',
        'A mini-program that publishes current news, is social, or is carried by video or radio is filed with the regional authority before it goes online.',
      ),
      LIFE,
    ),
    byRuleOf(
      '0.2',
      say(
        '为避免小程序违法违规风险，UGC小程序需要对用户发布的内容做好安全审查措施。',
        'A mini-program with user content must check what users publish.',
      ),
      'wechat-filing-2022/3.1',
    ),
    byRule(
      '1.1',
      say(
        '社交类目的小程序帮助用户与用户之间产生连接，为用户提供即时通讯、互动、交友、UGC内容发布与分享、直播、直播答题等功能',
        'Social categories connect users: instant messaging, interaction, dating, publishing and sharing of user content, live streams, live quizzes.',
      ),
    ),
    byRule(
      '1.2',
      say(
        '文娱-视频……类目指小程序内有以视频……为载体的内容',
        'The video category means content carried by video.',
      ),
    ),
    byRule(
      '1.3',
      say(
        '文娱-FM/电台类目指小程序内有以……电台为载体的内容',
        'The radio category means content carried by radio.',
      ),
    ),
    byRule(
      '1.4',
      say(
        '时政信息类目小程序内发布政治（含法律法规）、经济、军事、外交、农业、历史、社会突发事件等各种类型的文章/图片/视频/音频的新闻报道',
        'The current-politics category means news reports, in any medium, on politics, law, economy, military, diplomacy, agriculture, history or breaking events.',
      ),
    ),
    byRuleOf(
      '1.5',
      say(
        '平台在代码审核环节会确认内容和类目的一致性。如果小程序内涉及有关内容，却没有相关类目，会造成审核不通过并要求补充相应类目。',
        'Code review confirms that content and category agree. Content without its category fails, and the category must be added.',
      ),
      'wechat-filing-2022/1.1',
    ),
    byProcess(
      '2.1.1',
      say(
        '小程序在涉及报备类目的版本首次提审时，微信侧审核通过后，自动进入报备审核流程。若微信侧审核不通过，不会进入报备审核流程',
        'At the first submission that involves a filing category, passing the platform review leads into filing; failing it does not.',
      ),
      LIFE,
    ),
    byProcess(
      '2.1.2',
      say(
        '若小程序特定类目曾完成过报备审核，新版本未涉及其他报备类目，无需进入报备审核流程。',
        'A category that has completed filing is not filed again; only another filing category is.',
      ),
      LIFE,
    ),
    byProcess(
      '2.1.3',
      say(
        '撤回代码审核将中止流程，再次提交时若涉及敏感类目会重新进入报备审核。',
        'Withdrawing the code review aborts filing; a new submission with such a category is filed anew.',
      ),
      LIFE,
    ),
    byProcess(
      '2.2.1',
      say(
        '从该通知发出时间起，7个自然日内将完成报备审核（境外非企业主体小程序除外）。',
        'Filing is completed within 7 natural days of the notice, except for overseas subjects that are no enterprise.',
      ),
      LIFE,
    ),
    byPerson(
      '2.2.2',
      say(
        '属地网信部门工作人员会根据当前小程序的主体信息及代码提审信息进行安全审核。也可能会通过开发者预留……的手机号主动联系开发者确认或补充材料。',
        'The authority examines the subject and the submission, and may call the registered number for confirmation or material.',
      ),
      say(
        '属地主管部门的工作人员作出判断，机器只准备材料。',
        "The authority's staff decide; the machine only prepares the material.",
      ),
    ),
    byPerson(
      '2.2.3',
      say(
        '若开发者收到当地网信部门联系时，请注意核实对方身份，先与其确认真实性后……再提供相关材料。',
        'When the authority makes contact, verify who is calling before giving material.',
      ),
      say(
        '通话双方是人，身份由开发者当场核实。',
        'Two people talk; the developer verifies the caller there and then.',
      ),
    ),
    byProcess(
      '2.3.1',
      say(
        '报备审核需7个自然日审核周期（不包括境外非企业主体小程序），暂无加急渠道。',
        'Filing takes 7 natural days; there is no way to speed it up.',
      ),
      LIFE,
    ),
    byProcess(
      '2.3.2',
      say(
        '7个自然日审核周期开发者若未收到审核结果，将收到预上线通知，则开发者可进行版本发布。境外非企业主体小程序无预上线流程。',
        'Without a result after 7 natural days a pre-launch notice is sent and the version may be released; overseas subjects that are no enterprise get none.',
      ),
      LIFE,
    ),
    byProcess(
      '2.3.3',
      say(
        '在预上线期间，属地网信部门仍然可能对小程序进行报备审核反馈。……未通过报备审核的开发者需要及时下架小程序服务，整改小程序内容。',
        'During pre-launch the authority may still answer; whoever fails must take the mini-program down and rectify it.',
      ),
      LIFE,
    ),
    byRule(
      '3.1',
      say(
        '提供UGC自定义发布内容功能的小程序，需要在小程序内接入官方“内容安全检测接口”校验用户输入的文本/图片，拦截政治、色情、违法等敏感词。',
        'A mini-program in which users publish must check their text and pictures with the official content-safety interface and stop political, pornographic or unlawful words.',
      ),
    ),
    byRuleOf(
      '3.2',
      say(
        '用户自定义发布的内容包括：昵称/花名、个人资料签名/日志/聊天/评论、头像/表情/相片、直播等各种场景。',
        'User content includes nicknames, profile signatures, logs, chats, comments, avatars, stickers, photos and live streams.',
      ),
      'wechat-filing-2022/3.1',
    ),
    byRule(
      '3.3',
      say(
        '做好内容审核，校验用户输入的文本/图片，拦截政治、色情、违法等敏感词，保证用户上传的内容安全健康。',
        'Check the text and pictures that users enter, and stop political, pornographic or unlawful words.',
      ),
    ),
    byPerson(
      '3.4',
      say(
        '代码审核环节会针对小程序的安全保障能力进行敏感类关键词检测，未接入官方“内容安全检测接口”的小程序将无法通过代码审核。',
        'Code review tests the running app with sensitive words; without the official interface it does not pass.',
      ),
      say(
        '审核员在真机上发布测试词，看它是否被拦下；静态检查只能证明有没有接入（见 3.1）。',
        'A reviewer posts test words on a device and sees whether they are stopped; reading the code only proves whether the check is wired in (see 3.1).',
      ),
    ),
    byPerson(
      '3.5',
      say(
        '若小程序发布后出现UGC内容安全违规问题，也将按平台规则进行处置。',
        'User content that breaks the rules after release is dealt with under the platform rules.',
      ),
      say(
        '处置是对已发生事件的裁量，由运营者决定。',
        'A sanction weighs what happened; the operator decides.',
      ),
    ),
    byProcess(
      '3.6',
      say(
        '合理规划小程序上线周期，主动预留时间，做好审核准备',
        'Plan the launch and leave time for the review.',
      ),
      say(
        '报备计划按类目和通知时间推算最早上线日。',
        'The filing plan derives the earliest launch from categories and notice time.',
      ),
    ),
  ],
}
