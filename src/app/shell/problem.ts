/**
 * What does the page know about something that did not work?
 *
 * `title` and `detail` come worded from the server (problem+json) or from `wordError` of insights; the page
 * words only what it alone knows: that the server does not answer.
 */
export interface Problem {
  /**
   * unreachable: the server does not answer, trying again may help. unpaired: this page has no secret.
   * refused: it was understood and not done.
   */
  readonly type: "Problem";
  readonly kind: "unreachable" | "unpaired" | "refused";
  /** One sentence. */
  readonly title: string;
  /** The mend. */
  readonly detail: string;
  /** Under this id the server still holds an uploaded file that could not be read as it is. */
  readonly fileId?: string;
}
