export const newPassword = 'Seven tall giraffes drink tea'

/** The fields of the registration page, filled by a company that no rule has anything against. */
export const registrationOf = (email: string, company: string, over: Record<string, string> = {}) => ({
  ...{ name: 'Nadia Nassar', email, password: newPassword, company, country: 'KEN', industry: '2819' },
  ...{ truthful: 'yes', standing: 'yes', ...over },
})
