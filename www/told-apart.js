// Whether colours alone are not to tell things apart: the system has colours of its own, or more contrast is asked for.

export const withoutColours = matchMedia("(forced-colors: active), (prefers-contrast: more)");
