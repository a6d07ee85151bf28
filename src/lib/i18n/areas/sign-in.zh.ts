import type { TranslationOf } from '../t'
import type { signInEn } from './sign-in.en'

/** 登录的文本。 */
export const signInZh: TranslationOf<typeof signInEn> = {
  'signIn.title': '登录',
  'signIn.lead': '请使用您的 KubeSphere 帐户。',
  'signIn.user': '用户名',
  'signIn.password': '密码',
  'signIn.action': '登录',
  'signIn.required': '请填写此项。',
  'signIn.wrongPassword': '用户名或密码错误。',
  'signIn.disabled': '该帐户已被禁用，请联系平台管理员启用。',
  'signIn.locked': '失败次数过多，帐户已被暂时锁定，请几分钟后再试。',
  'signIn.mustChangePassword': '该帐户仍在使用初始密码。请先在 KubeSphere 控制台中修改密码，再在此登录。',
  'session.lost': '请重新登录',
  'session.lostText': '您的会话已结束。此页面上打开的内容会原样保留。',
}
