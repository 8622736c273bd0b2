import { Heading } from "react-email";
import { light } from "@/emails/theme";

/** The title of a part of the mail. */
export function SectionTitle({ children, id }: { children: string; id?: string }) {
  return (
    <Heading
      as="h2"
      id={id}
      className="ink"
      style={{ margin: "32px 0 10px", fontSize: "16px", lineHeight: "22px", fontWeight: 650, color: light.ink }}
    >
      {children}
    </Heading>
  );
}
