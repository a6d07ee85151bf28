/** Texts of signing in. */
export const signInEn = {
  'signIn.title': 'Sign in',
  'signIn.lead': 'Use your KubeSphere account.',
  'signIn.user': 'User name',
  'signIn.password': 'Password',
  'signIn.action': 'Sign in',
  'signIn.required': 'Fill this in.',
  'signIn.wrongPassword': 'User name or password is wrong.',
  'signIn.disabled': 'This account is disabled. Ask a platform administrator to enable it.',
  'signIn.locked': 'Too many failed attempts. The account is locked for a while; try again in some minutes.',
  'signIn.mustChangePassword':
    'This account still has its initial password. Change it in the KubeSphere console first, then sign in here.',
  'session.lost': 'Sign in again',
  'session.lostText': 'Your session has ended. What is open on this page stays as it is.',
} as const
