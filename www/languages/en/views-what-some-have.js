// What the view says in which pictures are given more of what some have and others lack.

export default {
  "views.attributes.title": "More of it",
  "views.attributes.heading": "More of what some have and others lack",
  "views.attributes.less": "Less of it",
  "views.attributes.more": "More of it",
  "views.attributes.count": "{count} of {most} pictures",
  "views.attributes.full": "{count} of {most} pictures: remove one to choose another",
  "views.attributes.into": "Chosen pictures go into:",
  "views.attributes.real": "Real pictures",
  "views.attributes.keys": "Press one to put it into the group. With the keyboard: arrow keys, then Enter.",
  "views.attributes.empty":
    "Put pictures into both groups, thin ones and bold ones for example: what the second group has and the first lacks is then added to the pictures below.",
  "views.attributes.note":
    "Added to each code, as many times as you say: the mean code of the second group minus that of the first (the attribute vector).",
  "views.attributes.amount": "How much",
  "views.attributes.times": "{amount} times the way from less to more",
  "views.attributes.result": "Pictures as they are, rebuilt, and with the change",
  "views.attributes.original": "As they are",
  "views.attributes.rebuilt": "Rebuilt, without the change",
  "views.attributes.changed": "With the change",
  "views.attributes.summary": {
    one: "At step {step}: {count} picture, changed by {amount} times what {more} chosen pictures have and {less} lack.",
    other:
      "At step {step}: {count} pictures, each changed by {amount} times what {more} chosen pictures have and {less} lack.",
  },
};
