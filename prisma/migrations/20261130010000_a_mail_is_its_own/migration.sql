ALTER TABLE `portal_outbox`
  ADD COLUMN `identity` VARCHAR(80) NULL;

ALTER TABLE `portal_message`
  ADD COLUMN `threads` TEXT NULL;
