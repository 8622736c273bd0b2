CREATE TABLE IF NOT EXISTS `portal_probe` (
  `id` INTEGER PRIMARY KEY AUTOINCREMENT,
  `at` DATETIME NOT NULL,
  `asked_by` TEXT NULL,
  `outcome` TEXT NOT NULL,
  `trouble` TEXT NULL,
  `likely_reason` TEXT NULL,
  `readable` INTEGER NULL,
  `configured` INTEGER NOT NULL,
  `unexpected_total` INTEGER NOT NULL,
  `unreadable_total` INTEGER NOT NULL,
  `differences` TEXT NOT NULL,
  `canary` TEXT NULL,
  `duration_ms` INTEGER NOT NULL
);

CREATE INDEX IF NOT EXISTS `portal_probe_outcome_at_idx` ON `portal_probe` (`outcome`, `at`);

CREATE INDEX IF NOT EXISTS `portal_probe_at_idx` ON `portal_probe` (`at`);

CREATE TABLE IF NOT EXISTS `portal_probe_site` (
  `idsite` INTEGER NOT NULL,
  `looked_at` DATETIME NOT NULL,
  `dashboard` TEXT NOT NULL,
  `reports` TEXT NOT NULL,
  `visits_log` TEXT NOT NULL,
  `user_ids` TEXT NOT NULL,
  `personal` TEXT NULL,
  `personal_count` INTEGER NULL,
  `trouble` TEXT NULL,
  PRIMARY KEY (`idsite`)
);
