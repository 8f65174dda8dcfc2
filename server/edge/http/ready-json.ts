/** An answer that is JSON already: what made it has kept to the route's schema, and it is sent as it is. */
export class ReadyJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
