/** A small TAXII 2.1 server for tests, on loopback: answers what it is given, and remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { permitLoopback } from "./imap-server.ts";

export interface TaxiiServer {
  /** `http://127.0.0.1:port/` */
  readonly url: string;
  /** Path and query, as they came. */
  readonly asked: string[];
  readonly headers: IncomingMessage["headers"][];
  close(): Promise<void>;
}

export type TaxiiAnswers = (url: URL, response: ServerResponse) => void;

export const TAXII = "application/taxii+json;version=2.1";

export function sendJson(
  response: ServerResponse,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(200, { "content-type": TAXII, ...headers }).end(JSON.stringify(body));
}

export async function serveTaxii(answers: TaxiiAnswers): Promise<TaxiiServer> {
  const asked: string[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    headers.push(request.headers);
    answers(new URL(request.url ?? "/", "http://127.0.0.1/"), response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  permitLoopback(port);
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    headers,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
