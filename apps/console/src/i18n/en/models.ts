/** The text model's editions. */

import type { Texts } from '../zh/index.ts'

export const models: Pick<Texts, 'models'> = {
  models: {
    title: 'Text model',
    lead: 'Teach the model with your own reviewed samples: try it on stored checks, publish it, go back at any time. Every check names the edition that judged it.',
    live: 'Judging now',
    notApplied:
      'This edition was learned upon another shipped model and is not applied; the shipped model judges. Train again on the same samples and publish.',
    shippedName: 'the shipped model',
    backToShipped: 'Back to the shipped model (edition 0)',
    candidate: 'Try and publish a model',
    howTo:
      'Train on the command line: fangxing train --from-server --out ours.fxmodel.json. It learns from decided cases whose texts are still kept.',
    choose: 'Choose a model file',
    chosen: 'Chosen: {{name}}',
    unreadable: 'This file is no JSON.',
    attempt: 'Try it first',
    attempting: 'live {{live}}, candidate {{candidate}}',
    publish: 'Publish',
    published: 'Edition {{number}} judges now',
    publishConfirm: 'Every process judges with it at once, without a pause. You can go back.',
    editions: 'Editions',
    noEditions: 'None was published: the shipped model has judged all along.',
    figures: '{{count}} samples, five-fold: macro-F1 {{before}} → {{after}}',
    label: 'Label',
    samples: 'Samples',
    before: 'Right as shipped',
    after: 'Right when trained',
  },
}
