import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french } from './typography.ts';

const bytes = (size: number) => count(size, 'octet', 'octets');

export const verifierMessages = {
  verdict: {
    intact: (path, files) =>
      french`${path} : intact, ${count(files, 'fichier', 'fichiers')} tels qu’écrits.`,
    untrusted: (path, files) =>
      french`${path} : ${count(files, 'fichier', 'fichiers')} tels qu’écrits, mais sans signature d’une clé à laquelle on se fie ici :`,
    undated: (path, files) =>
      french`${path} : ${count(files, 'fichier', 'fichiers')} tels qu’écrits, mais l’horodatage n’est pas d’une autorité à laquelle on se fie ici :`,
    broken: (path, faults) =>
      french`${path} : PAS tel qu’écrit, ${count(faults, 'écart', 'écarts')} :`,
    digest: (digest) =>
      `Empreinte du contenu ${digest}\nComparez-la à celle qui vous a été donnée à la remise du dossier.`,
    containerOnly: french`Chaque fichier à l’intérieur est tel qu’écrit ; le ZIP autour a été refait ou altéré.`,
  },
  faults: {
    noManifest: french`manque ou est trop grand pour être lu ; ce qu’il énumère ne peut donc pas être vérifié`,
    removed: (manifest) => `est énuméré dans ${manifest} et n’est pas là`,
    added: (manifest) => `est là et n’est pas énuméré dans ${manifest}`,
    changed: (manifest, stated, found) => `a le SHA-256 ${found}, ${manifest} dit ${stated}`,
    badLine: (line) => `la ligne ${line} n’est pas comme doit l’être celle d’un manifeste`,
    notBagIt: 'ne déclare pas un sac BagIt 1.0',
    oxum: (stated, counted) =>
      `annonce ${stated || 'aucun'} octets et fichiers de contenu, il y en a ${counted}`,
    checksum: 'n’a pas la somme de contrôle qu’annonce le ZIP',
    notAFile: 'n’est ni un fichier ni un dossier',
    emptyFolder: 'est un dossier sans aucun fichier, dont la signature ne peut rien dire',
  },
  container: {
    noDirectory: french`il ne peut pas être lu : il n’y a pas à sa fin le répertoire d’un ZIP ; rien n’a été lu`,
    badDirectory: french`il ne peut pas être lu : le répertoire à sa fin est rompu ; rien n’a été lu`,
    tooMany: (entries) => `il annonce ${count(entries, 'entrée', 'entrées')}`,
    name: (name) =>
      french`le nom ${JSON.stringify(name)} est dangereux ou n’est pas de ceux d’un dossier de preuves ; rien n’a été lu`,
    twice: (name) => french`il y a deux entrées nommées ${name} ; rien n’a été lu`,
    folder: french`ses fichiers ne sont pas dans un seul dossier, comme doivent l’être ceux d’un sac ; rien n’a été lu`,
    bomb: (expanded, size) =>
      french`il prétend se déplier en ${bytes(expanded)} à partir de ${bytes(size)} ; rien n’a été lu`,
    overlap: (name) =>
      french`les octets de ${name} empiètent sur d’autres, si bien qu’un octet serait de deux fichiers ; rien n’a été lu`,
    packed: (name) =>
      french`${name} est compressé ; les fichiers d’un dossier de preuves sont stockés tels quels`,
    order: (name) =>
      french`${name} n’est pas à sa place ; les fichiers d’un dossier de preuves sont triés par nom`,
    header: (at, name) =>
      `l’octet ${figure(at)}, dans l’en-tête de ${name}, n’est pas comme il doit être`,
    directory: (at) =>
      `l’octet ${figure(at)}, dans le répertoire final, n’est pas comme il doit être`,
    trailing: (size) => `${bytes(size)} de trop suivent sa fin`,
    cut: 'il finit au-delà de la fin du ZIP',
    noHeader: 'il n’y a pas d’en-tête là où le dit le répertoire',
    method: (method) =>
      `il est compressé d’une manière que peu de programmes connaissent (${method})`,
    badCompression: 'ce qui est compressé est rompu',
    otherSize: 'il est plus long que ne le dit le répertoire',
    entry: (why) => french`ne peut pas être lu du ZIP : ${why}`,
    checksum: (name) =>
      `la somme de contrôle qu’il annonce pour ${name} n’est pas celle du fichier`,
  },
  signature: {
    unsigned: french`n’est pas là : personne n’a signé ce dossier de preuves`,
    badEnvelope: 'n’est pas, à l’octet près, une signature telle que Skein l’écrit',
    notOfBundle: (kind) => `n’est pas la signature d’un dossier de preuves, mais de ${kind}`,
    notSigned: (name) => `ne dit rien de ${name}`,
    otherName: (signed) => french`est le nom de son répertoire ; la signature est pour ${signed}`,
    expected: 'n’est pas là, et la signature dit qu’il y est',
    unexpected: 'est là, et la signature n’en dit rien',
    nameless: french`Il a été écrit par un Skein qui ne signait que les fichiers. Comment s’appelle son répertoire, de quoi il est, et si une partie du registre de conservation ou autre devrait s’y trouver, sa signature ne le dit pas : fiez-vous à data/report.html pour ce qu’il montre.`,
    signedOther: (stated, found) =>
      `a le SHA-256 ${found}, la signature a été faite pour ${stated}`,
    badSigner: 'n’est pas la clé publique que nomme la signature',
    otherKey: 'nomme une autre clé que celle de signer.pem',
    wrong: 'n’a pas été faite avec la clé qu’elle nomme',
    untrusted: (id) =>
      french`a été faite avec la clé ${id}, à laquelle on ne se fie pas ici. Comparez-la avec ce que son détenteur vous dit, puis : skein key trust signer.pem --name NOM`,
    by: (name, id) => `Signé par ${name}, clé ${id}`,
  },
  signedAs: {
    is: (folder, of, at, by, caseNumber) =>
      french`${folder} : ${of}, exporté le ${at} par ${by}${caseNumber === null || caseNumber === '' ? '' : `, dossier ${caseNumber}`}`,
    line: (is) => `Signé en tant que ${is}`,
    cluster: (id) => `groupe ${id}`,
    finding: (id) => `constat ${id}`,
    account: (id, hops) =>
      `compte ${id} et ce qui s’en trouve à ${count(hops, 'relation', 'relations')} au plus`,
    board: (ofCase, id) => `tableau ${id} du dossier ${ofCase}`,
    selection: (nodes) => `une sélection de ${count(nodes, 'nœud', 'nœuds')}`,
  },
  custody: {
    unreadable:
      'n’est pas, à l’octet près, une partie d’un registre de conservation telle que Skein l’écrit',
    needless: (entry) => `a l’inscription ${entry} deux fois, ou au-delà de sa fin`,
    missing: (entry) => `n’a pas l’inscription ${entry}`,
    otherHead: (number) =>
      `ses inscriptions ne mènent pas à l’empreinte qu’elle indique pour l’inscription ${number}`,
    noExport: (number) =>
      `sa dernière inscription, ${number}, n’est pas l’export d’un dossier de preuves`,
    otherPayload: 'sa dernière inscription est l’export d’un autre contenu',
  },
  timestamp: {
    unasked: 'est là, et la signature ne parle d’aucun horodatage',
    promised: 'n’est pas là, et la signature dit qu’il y a un horodatage',
    invalid: 'n’est pas un horodatage valide de la signature',
    untrusted:
      'est d’une autorité dont le certificat ne mène à aucune des racines auxquelles on se fie ici',
    by: (authority, at, trusted) =>
      french`Horodatage de ${authority} : signé avant ${at}${trusted === null ? french`. Son certificat n’a été comparé à aucune racine : définissez SKEIN_TIMESTAMP_ROOTS, ou demandez à OpenSSL` : ''}`,
  },
  page: {
    title: 'Vérifier un dossier de preuves',
    product: 'Vérificateur de Skein',
    language: 'Français',
    switch: 'Langue',
    lead: french`Ce dossier de preuves est-il tel qu’écrit, et quelle clé l’a signé ? Il est lu sur cette seule machine : cette page n’atteint aucun réseau et ne garde rien.`,
    noScript: 'Cette page a besoin de JavaScript, qui est désactivé. Elle n’atteint aucun réseau.',
    choose: 'Choisir le ZIP d’un dossier de preuves',
    drop: 'ou déposez-le n’importe où sur cette page',
    reading: (file) => `Lecture de ${file} …`,
    read: (percent) => french`${percent} %`,
    failed: (file, why) => french`${file} n’a pas pu être lu : ${why}`,
    key: {
      title: 'La clé à laquelle vous vous fiez',
      about: french`N’importe qui peut signer avec sa propre clé. Collez la clé publique que la personne qui a exporté le dossier vous a remise par une autre voie que le dossier lui-même ; là-bas, « skein key show --pem » l’affiche.`,
      label: 'Clé publique (PEM)',
      choose: 'Choisir un fichier de clé',
      none: french`Aucune clé donnée : on ne se fie ici à la signature de personne.`,
      bad: 'Ce n’est pas une clé publique ed25519 en PEM (-----BEGIN PUBLIC KEY-----).',
      is: (id) => `Clé ${id}`,
      given: 'la clé que vous avez donnée',
    },
    roots: {
      title: 'L’autorité de l’horodatage (facultatif)',
      about:
        'N’importe qui peut horodater. Si le dossier a un horodatage, collez les certificats racines de l’autorité à laquelle vous vous fiez, obtenus par une autre voie que le dossier lui-même. Sans eux, son certificat n’est comparé à rien.',
      label: 'Certificats racines (PEM)',
      choose: 'Choisir un fichier de certificats',
      none: french`Aucune racine donnée : l’autorité d’un horodatage n’est comparée à aucune.`,
      bad: 'Ce n’est pas un certificat en PEM (-----BEGIN CERTIFICATE-----).',
      are: (names) => french`${names.length === 1 ? 'Racine' : 'Racines'} : ${names.join(', ')}`,
    },
    headline: {
      intact: 'Intact, et signé par la clé à laquelle vous vous fiez',
      untrusted: 'Tel qu’écrit, mais sans signature d’une clé à laquelle on se fie ici',
      undated:
        'Tel qu’écrit, mais son horodatage n’est pas d’une autorité à laquelle on se fie ici',
      repacked: french`PAS tel qu’écrit : son ZIP a été refait ou altéré`,
      broken: (faults) => french`PAS tel qu’écrit : ${count(faults, 'écart', 'écarts')}`,
    },
    meaning: {
      intact: (files) =>
        `${count(files, 'fichier', 'fichiers')} tels qu’écrits, signés par la clé que vous avez donnée.`,
      untrusted: (files) =>
        `${count(files, 'fichier', 'fichiers')} tels qu’écrits. Qui les a signés reste ouvert.`,
      undated: (files) =>
        `${count(files, 'fichier', 'fichiers')} tels qu’écrits, signés par la clé que vous avez donnée. Quand reste ouvert.`,
      broken:
        'Ce qui est nommé plus bas n’est pas comme le disent les manifestes du dossier, sa signature ou la forme de son ZIP.',
      noBundle: 'Rien n’y a pu être vérifié.',
    },
    signer: {
      trusted: (id) => `Signé par la clé que vous avez donnée, ${id}.`,
      uncompared: (id) =>
        french`Signé par la clé ${id} ; non comparée à une clé à laquelle vous vous fiez.`,
      other: (id) => `Signé par la clé ${id}, qui n’est pas celle que vous avez donnée.`,
      none: 'Il ne porte pas de signature valable.',
    },
    timestamp: {
      said: (at) => `dit que la signature date d’avant ${at}.`,
      trusted: 'Son certificat mène à une racine que vous avez donnée.',
      untrusted: 'Son certificat ne mène à aucune des racines que vous avez données.',
      uncompared: french`Son certificat n’a été comparé à aucune racine : n’importe qui peut prendre ce nom.`,
      none: 'Il n’en porte pas.',
      invalid: 'Il n’en porte pas de valable.',
      unread: french`Pas lu : ce navigateur ne donne pas à la page de quoi le lire (crypto.subtle). Tout le reste a été vérifié ; « skein verify » le lit.`,
    },
    facts: {
      file: 'Fichier',
      size: 'Taille',
      files: 'Fichiers vérifiés',
      name: 'Signé en tant que',
      digest: 'Empreinte du contenu',
      signer: 'Signature',
      timestamp: 'Horodatage',
    },
    size: (size) => bytes(size),
    faults: 'Ce qui a été constaté',
    remarks: 'Ce qui n’a pas été vérifié',
    kinds: {
      changed: 'modifié',
      added: 'ajouté',
      removed: 'retiré',
      renamed: 'renommé',
      container: 'le ZIP lui-même',
      untrusted: 'sans confiance',
    },
    compare: {
      title: 'Ce que vous devez comparer vous-même',
      digest: 'L’empreinte du contenu, à celle qui vous a été donnée à la remise du dossier.',
      key: 'L’identifiant de la clé, à celui que son détenteur vous remet par une autre voie que ce dossier.',
    },
    limits: {
      title: 'Ce que cette page ne peut pas montrer',
      fileName: french`Comment s’appelle le fichier ZIP lui-même : aucune signature ne peut être dans un fichier et parler de son nom. Fiez-vous au nom sous lequel le dossier est « signé ».`,
      inside: french`Un vérificateur qui vient dans le dossier même qu’il vérifie prouve peu contre qui a fait le dossier : il a pu écrire le vérificateur aussi. Obtenez cette page de quelqu’un à qui vous vous fiez, qui l’écrit avec « skein verify --page verify.html », et gardez-la.`,
      timestamp: french`Si le certificat de l’autorité d’un horodatage a été révoqué : le demander exige un réseau, que cette page n’atteint pas.`,
      truth: french`Un dossier intact est tel qu’écrit. Si ce qu’il dit est vrai, et complet, aucune vérification de ses octets ne peut le montrer.`,
    },
  },
} satisfies Given<Messages['verifier']>;
