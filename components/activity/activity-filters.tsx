import type { ReactNode } from "react";
import type { ActivityTranslator } from "@/components/events/activity-intl";
import { Alert } from "@/components/ui/alert";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { auditKinds } from "@/lib/ledger/audit/event-terms";
import { type AuditActors, WHO_JOBS, WHO_VISITORS } from "@/lib/ledger/audit/filter-schema";
import { type ActivityAddress, filterParams } from "./activity-address";
import { FilterForm } from "./filter-form";

type ActivityFiltersProps = {
  address: Pick<ActivityAddress, "filter" | "isWrong">;
  actors: AuditActors;
  t: ActivityTranslator;
};

/** What events can be looked for by. */
export function ActivityFilters({ address, actors, t }: ActivityFiltersProps) {
  const { filter, isWrong } = address;
  const values = filterParams(filter);
  return (
    <div className="flex flex-col gap-3 print:hidden">
      {isWrong && (
        <Alert tone="caution" title={t("filters.wrongTitle")}>
          {t("filters.wrong")}
        </Alert>
      )}
      <FilterForm label={t("filters.label")} submit={t("filters.apply")} values={values}>
        <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-3">
          <Labelled label={t("filters.kind")}>
            <Select name="kind" defaultValue={values.kind ?? ""}>
              <option value="">{t("filters.everything")}</option>
              {auditKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`filters.kinds.${kind}`)}
                </option>
              ))}
            </Select>
          </Labelled>
          <Labelled label={t("filters.who")}>
            <Select name="who" defaultValue={values.who ?? ""}>
              <option value="">{t("filters.everybody")}</option>
              <option value={WHO_JOBS}>{t("filters.jobs")}</option>
              <option value={WHO_VISITORS}>{t("actors.visitor")}</option>
              {loginsOf(actors, filter.who).map((login) => (
                <option key={login} value={login}>
                  {login}
                </option>
              ))}
            </Select>
          </Labelled>
          <Labelled label={t("filters.from")}>
            <Input type="date" name="from" min="1970-01-01" max="2999-12-31" defaultValue={values.from ?? ""} />
          </Labelled>
          <Labelled label={t("filters.to")}>
            <Input type="date" name="to" min="1970-01-01" max="2999-12-31" defaultValue={values.to ?? ""} />
          </Labelled>
          <Labelled label={t("filters.site")}>
            <Input
              name="site"
              inputMode="numeric"
              pattern=" *[0-9]{1,10} *"
              dir="ltr"
              defaultValue={values.site ?? ""}
            />
          </Labelled>
        </div>
        {actors.isCut && (
          <p className="text-[0.8125rem] text-ink-soft">{t("filters.cut", { count: actors.logins.length })}</p>
        )}
      </FilterForm>
    </div>
  );
}

/** The login asked for is always there to be seen, also where the list is cut or nobody has it. */
function loginsOf({ logins }: AuditActors, who: string | null): string[] {
  const isMissing = who !== null && who !== WHO_JOBS && who !== WHO_VISITORS && !logins.includes(who);
  return isMissing ? [who, ...logins] : logins;
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what it is given
    <label className="flex min-w-0 flex-col gap-1.5">
      <span className="font-medium text-sm">{label}</span>
      {children}
    </label>
  );
}
