/** Texts on controller options, for every place that shows them. */
export const optionsEn = {
  'finding.unknown': 'The controller ignores it: no option has this name.',
  'finding.didYouMean': 'Did you mean {{name}}?',
  'finding.notInVersion': 'Controller {{version}} does not know it and ignores it.',
  'finding.bool': 'Only true or false; the default would be used instead.',
  'finding.int': 'Only a whole number; the default would be used instead.',
  'finding.float': 'Only a number; the default would be used instead.',
  'finding.choice': 'Only {{values}}.',
  'finding.range': 'Only {{min}} to {{max}}.',
  'finding.atLeast': 'At least {{min}}.',
  'finding.atMost': 'At most {{max}}.',
  'finding.format': 'Not in the form the controller expects ({{format}}).',
  'finding.reserved': 'The chart may write it too, and then wins.',
  'finding.noEffect': 'It has no effect in this controller.',
  'finding.deprecated': 'Deprecated.',
  'finding.replacedBy': 'Deprecated; use {{name}}.',
  'finding.risk': 'Free nginx text: an error in it stops every reload.',
} as const
