import { type Frame, type Letter, smallPrint } from "@/emails/letter";
import { light } from "@/emails/theme";
import { Words } from "./words";

const small = { margin: "0 0 4px", fontSize: "12px", lineHeight: "18px", color: light.muted };

/** Who gets this mail, when it was in UTC, and how far the audit log was. Nobody can turn these mails off. */
export function Footer({ letter, frame }: { letter: Letter; frame: Frame }) {
  const { t, recipient } = frame;
  const { aside, audience = "everybody" } = letter;
  return (
    <div className="pad" style={{ padding: "14px 4px 0" }}>
      <p className="muted" style={small}>
        <Words line={t.line(`frame.sent.${audience}`, { recipient })} />
      </p>
      {aside ? (
        <p className="muted" style={small}>
          <Words line={aside.text} />
          {aside.link ? (
            <>
              {" "}
              <a href={aside.link.href} className="muted" style={{ color: light.muted }}>
                {aside.link.label}
              </a>
            </>
          ) : null}
        </p>
      ) : null}
      <p className="muted" style={small}>
        <Words line={smallPrint(letter, frame)} />
      </p>
    </div>
  );
}
