import { translateDatabaseError } from "@/lib/platform/db/errors";
import { logger } from "@/lib/platform/logger";

/**
 * Pieces of text as the body of an answer: each is made only when the reader has room for it, so memory stays constant
 * however slow the reader is. Once the reader is gone no further piece is asked for. When a piece fails the answer
 * breaks off, so that the browser calls the download failed: what is there is never taken for all.
 */
export function streamOf(pieces: AsyncGenerator<string>, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          signal.throwIfAborted();
          const { value, done } = await pieces.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          await pieces.return(undefined);
          if (!signal.aborted) logger().error({ err: translateDatabaseError(error) }, "a download broke off");
          controller.error(error);
        }
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
