import Link from "next/link";
import { MessagePage } from "@/components/layout/message-page";
import { buttonStyles } from "@/components/ui/button";

export const metadata = { title: "Page not found" };

export default function NotFoundPage() {
  return (
    <MessagePage title="This page does not exist">
      <p>The address may be mistyped, or the page has moved.</p>
      <Link href="/public-access" className={buttonStyles({ variant: "primary" })}>
        Go to public access
      </Link>
    </MessagePage>
  );
}
