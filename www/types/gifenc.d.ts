// The part of gifenc that the page uses: it comes without types.

declare module "gifenc" {
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
