/* The tablet in Chinese (simplified characters). Written with care by people who are not native speakers: a native speaker has still to read it. */
import type { Words } from './index.ts';

const zh: Words = {
  name: '中文',
  tag: 'zh-CN',
  checkedBy: null,
  texts: {
    'welcome.title': '您的感受很重要',
    'welcome.text':
      '我们想问您五个简单的问题。您可以不回答，也可以随时停止。负责您的工作人员看不到您的回答，上面也没有您的名字。',
    start: '开始',
    refuse: '我不想回答',
    'q.respected': '这里的人尊重您吗？',
    'q.understood': '您听得懂他们对您说的话吗？',
    'q.safe': '您在这里觉得安全吗？',
    'q.chosen': '您可以自己做决定吗？',
    'q.helped': '您得到了您需要的帮助吗？',
    'a.good': '是',
    'a.middle': '一般',
    'a.bad': '不是',
    skip: '跳过',
    back: '返回',
    next: '下一步',
    'words.title': '您还有什么想说的吗？',
    'words.hint': '可以不写。别写您的名字。另一个机关的人会读，您的工作人员不会读到。',
    'raise.title': '您需要别人马上知道什么吗？',
    'raise.none': '没有',
    'raise.complaint': '我要投诉',
    'raise.not_safe': '我不安全',
    'raise.text': '发生了什么事？（可以不写）',
    'raise.who': '省监察机关会马上收到，而不是您的工作人员的单位。',
    'raise.number': '可以让他们知道您的档案号码，好找到您吗？',
    'raise.number_yes': '可以',
    'raise.number_no': '不可以',
    send: '发送',
    'done.title': '谢谢您',
    'done.text': '您的回答已经发出。请把平板电脑还给工作人员。',
    'done.raised': '监察机关已经收到您的话。如果您现在有危险，请告诉您信任的人，或拨打 113 或 111。',
    'left.title': '好的',
    'left.text': '您什么都不用回答。请把平板电脑还给工作人员。',
    listen: '朗读',
  },
};

export default zh;
