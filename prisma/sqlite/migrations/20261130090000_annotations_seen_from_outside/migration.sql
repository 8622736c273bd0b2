-- Whether strangers get the annotations of a site, and how many authors' logins they read there.
ALTER TABLE `portal_probe_site` ADD COLUMN `annotations` TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE `portal_probe_site` ADD COLUMN `annotation_authors` INTEGER NULL;
