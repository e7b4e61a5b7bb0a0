/** The live bell of the header. */
export default function Bell() {
  return null;
}
