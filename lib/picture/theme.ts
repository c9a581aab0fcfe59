/** Light paper or dark. One hue says "how many"; everything else is grey, so that a picture reads without colour. */
export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What a colour is for. */
export type Ink =
  | 'paper'
  | 'panel'
  | 'land'
  | 'beyond'
  | 'border'
  | 'outline'
  | 'text'
  | 'quiet'
  | 'mark'
  | 'edge';

export const inks: Readonly<Record<Theme, Readonly<Record<Ink, string>>>> = {
  light: {
    paper: '#ffffff',
    panel: '#ffffff',
    land: '#eceeed',
    beyond: '#f7f8f7',
    border: '#c2c8c6',
    outline: '#8b9391',
    text: '#16191a',
    quiet: '#4f5755',
    mark: '#b3261e',
    edge: '#ffffff',
  },
  dark: {
    paper: '#14171a',
    panel: '#14171a',
    land: '#2b3135',
    beyond: '#1d2225',
    border: '#4c565c',
    outline: '#7f8b92',
    text: '#f3f5f5',
    quiet: '#b9c2c6',
    mark: '#ff9e80',
    edge: '#14171a',
  },
};
