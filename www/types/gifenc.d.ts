// The part of gifenc that the page uses: it comes without types.

declare module "gifenc" {
  /** The colours that come nearest to those of the pixels, each as red, green and blue. */
  export function quantize(pixels: Uint8Array | Uint8ClampedArray, most: number): number[][];
  /** The place of each pixel's colour in the palette, or of that nearest to it. */
  export function applyPalette(pixels: Uint8Array | Uint8ClampedArray, palette: number[][]): Uint8Array;
  export function GIFEncoder(): {
    /** Each pixel is a place in the palette, which the first picture brings. `delay` is in milliseconds. */
    writeFrame(
      pixels: Uint8Array | Uint8ClampedArray,
      width: number,
      height: number,
      options: { delay: number; palette?: number[][] },
    ): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };
}
